import CLibXLSXWriter

/// Of libxlsxwriter as it runs: `1.1.4`. (Its .pc file says otherwise.)
package var libraryVersion: String { String(cString: lxw_version()) }
