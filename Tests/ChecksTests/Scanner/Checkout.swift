import Foundation

/// What git keeps of the package; an unpacked release is none.
enum Checkout {
  static let exists = FileManager.default.fileExists(
    atPath: SourceTree.root.appending(path: ".git").path)

  /// Files that are not UTF-8, hold a NUL or use CR LF are somebody's data, and so are the inputs of
  /// fuzz targets: left out.
  static func texts() throws -> [(path: String, text: String)] {
    try paths().filter { !$0.contains("/Corpora/") }.compactMap { path in
      guard let text = SourceTree.text(of: path), !text.utf8.contains(0),
        !text.utf8.contains(UInt8(ascii: "\r"))
      else { return nil }
      return (path, text)
    }
  }

  private static func paths() throws -> [String] {
    // The checkout may belong to another user than the one that runs the tests.
    let listed = try Command.run(["git", "-c", "safe.directory=*", "ls-files", "-z"])
    guard listed.status == 0 else { throw Unlistable(said: listed.output) }
    return listed.output.split(separator: "\0").map(String.init)
  }

  /// git did not list its files; what it said instead.
  struct Unlistable: Error {
    let said: String
  }
}
