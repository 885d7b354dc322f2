import FoundationEssentials
import Glibc

/// A folder for one store, gone with whoever holds it.
final class StoreFolder {
  let path: String

  init(_ files: [String: Data] = [:]) throws {
    var template = Array("/tmp/callbook-fuzz-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw BrokenProperty("no folder can be made in /tmp (errno \(errno))")
    }
    path = String(cString: made)
    for (name, bytes) in files { try bytes.write(to: URL(filePath: "\(path)/\(name)")) }
  }

  /// - Returns: what lies in it, by name.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let file = "\(path)/\(name)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
        continue
      }
      files[name] = try Data(contentsOf: URL(filePath: file))
    }
    return files
  }

  deinit {
    // What cannot be removed now lies in /tmp, which is emptied.
    try? FileManager.default.removeItem(atPath: path)
  }
}
