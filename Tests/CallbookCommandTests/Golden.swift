import CallbookTesting
import Glibc
import Testing

/// Texts that are compared with files of the sources; `UPDATE_GOLDENS=1` writes them anew.
enum Golden {
  private static let directory = parent(#filePath, 1) + "/Goldens"
  /// Of the package.
  static let root = parent(#filePath, 3)

  /// - Parameter name: of a file beside the tests.
  static func check(_ text: String, _ name: String) throws {
    try check(text, at: "\(directory)/\(name)")
  }

  static func check(_ text: String, at path: String) throws {
    let name = path.split(separator: "/").last ?? ""
    if getenv("UPDATE_GOLDENS") != nil {
      try write(Array((text + "\n").utf8), to: path)
      return
    }
    let wanted = CallbookTesting.text(of: path)
    try #require(!wanted.isEmpty, "no golden \(name): make goldens")
    #expect(wanted == text + "\n", "\(name) differs: make goldens")
  }

  private static func parent(_ path: String, _ levels: Int) -> String {
    path.split(separator: "/").dropLast(levels).reduce("") { "\($0)/\($1)" }
  }
}
