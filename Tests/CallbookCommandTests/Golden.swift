import Glibc
import Testing

/// Texts that are compared with files beside the tests; `UPDATE_GOLDENS=1` writes them anew.
enum Golden {
  private static let directory =
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Goldens"

  static func check(_ text: String, _ name: String) throws {
    let path = "\(directory)/\(name)"
    if getenv("UPDATE_GOLDENS") != nil {
      try Files.write(Array((text + "\n").utf8), to: path)
      return
    }
    let wanted = try #require(Files.read(path), "no golden \(name): make goldens")
    #expect(String(decoding: wanted, as: UTF8.self) == text + "\n", "\(name) differs: make goldens")
  }
}
