import Foundation

/// A directory of one test's own; it goes when nobody holds it any more.
final class Scratch {
  let path: String

  init() throws {
    path = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: FileManager.default.temporaryDirectory, create: true
    ).path(percentEncoded: false)
  }

  deinit {
    // What is left of it lies among the temporary files, which the system removes.
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Every file in it, by the path inside it.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: file(name), isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue
    }.sorted()
  }

  func write(_ text: String, to name: String, mode: Int = 0o644) throws {
    let target = file(name)
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: target, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: target)
  }
}
