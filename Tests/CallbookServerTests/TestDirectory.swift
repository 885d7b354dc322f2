import Glibc
import Testing

/// A directory of the test's own, removed with what lies in it.
final class TestDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/callbook-server-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  deinit {
    for name in names { unlink(file(name)) }
    rmdir(path)
  }

  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
