import FoundationEssentials
import Glibc
import Synchronization

/// A folder for one store, gone with whoever holds it, or with the process.
final class StoreFolder {
  let path: String

  private static let standing = Mutex<Set<String>>([])
  /// A shop that is kept from input to input is never let go of.
  private static let tidying: Void = {
    atexit { StoreFolder.standing.withLock { $0.forEach(StoreFolder.remove) } }
  }()

  init(_ files: [String: Data] = [:]) throws {
    var template = Array("/tmp/callbook-fuzz-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw BrokenProperty("no folder can be made in /tmp (errno \(errno))")
    }
    path = String(cString: made)
    _ = Self.tidying
    _ = Self.standing.withLock { [path] in $0.insert(path) }
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
    _ = Self.standing.withLock { $0.remove(path) }
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    // What cannot be removed now lies in /tmp, which is emptied.
    try? FileManager.default.removeItem(atPath: path)
  }
}
