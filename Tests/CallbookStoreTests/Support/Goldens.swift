import CallbookTesting
import Glibc
import Testing

/// Compares with a file beside the tests, or writes it anew when `UPDATE_GOLDENS` is set.
func expectGolden(_ text: String, _ name: String, source: String = #filePath) throws {
  let folder = source.split(separator: "/").dropLast(2).joined(separator: "/")
  let path = "/\(folder)/Goldens/\(name)"
  if getenv("UPDATE_GOLDENS") != nil { try write(Array(text.utf8), to: path) }
  #expect(
    text == String(decoding: bytes(of: path), as: UTF8.self),
    "\(name) differs; read the difference, then: make goldens")
}
