import Glibc
import Testing

/// A directory of a test's own, removed with what lies in it when the test lets go of it.
package final class TestDirectory: Sendable {
  package let path: String

  /// - Parameter folder: where it is made.
  package init(in folder: String = "/tmp") throws {
    var template = Array("\(folder)/callbook-test-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  package var socket: String { file("socket") }
  package var store: String { file("callbook.db") }

  deinit { Self.remove(path) }

  /// What lies in it, sorted.
  package var names: [String] { Self.names(in: path).sorted() }

  /// A link is removed, not what it names.
  private static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
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

/// The bytes of a file; empty when there is none.
package func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { return bytes }
    bytes += chunk[..<count]
  }
}

/// The bytes of a file as text.
package func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }

/// Makes the file, or replaces what is in it.
package func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  let bytes = Array(bytes)
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}
