import CLibCSV

/// Of libcsv's header: `3.0.3`. The library itself does not say.
package var libraryVersion: String { "\(CSV_MAJOR).\(CSV_MINOR).\(CSV_RELEASE)" }
