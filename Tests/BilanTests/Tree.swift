import Foundation

/// The checkout, as documents speak of it.
enum Tree {
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Cases.root.appending(path: path).path)
  }

  /// The text of every Swift file below a folder.
  static func swift(_ folder: String) throws -> [String] {
    let files = FileManager.default.enumerator(at: Cases.root.appending(path: folder), includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// What people run: the executables of scripts/, and its folders that hold some.
  static func scripts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Cases.root.appending(path: "scripts").path).compactMap { name in
      let path = Cases.root.appending(path: "scripts/\(name)").path
      guard let inside = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        return FileManager.default.isExecutableFile(atPath: path) ? "scripts/\(name)" : nil
      }
      // A folder within is no script, though one may enter it.
      return inside.contains { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
          && FileManager.default.isExecutableFile(atPath: "\(path)/\(name)")
      }
        ? "scripts/\(name)/" : nil
    }
  }
}
