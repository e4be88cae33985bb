import Glibc

/// The path with every link followed; nil where there is nothing.
package func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// The same for what may not be there yet: links are followed as far as there is something, the rest is taken as written.
package func resolvedPath(_ path: String) -> String {
  var place = path.hasPrefix("/") ? "/" : realPath(".") ?? "/"
  for part in path.split(separator: "/") where part != "." {
    let next = part == ".." ? parentFolder(of: place) : place == "/" ? "/\(part)" : "\(place)/\(part)"
    place = realPath(next) ?? next
  }
  return place
}

/// Whether a path is a folder or stands in it, or would, every link followed.
package func isInside(_ path: String, _ folder: String) -> Bool {
  let (path, folder) = (resolvedPath(path), resolvedPath(folder))
  return folder == "/" || path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: "\(folder)/".utf8)
}

/// Of a path as it is written: of a bare name, the current folder.
package func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A name beside it that nothing has: where a person can move what is in the way.
package func asideName(_ path: String) -> String {
  var place = path + ".autre"
  var number = 1
  while exists(place) {
    number += 1
    place = "\(path).autre-\(number)"
  }
  return place
}
