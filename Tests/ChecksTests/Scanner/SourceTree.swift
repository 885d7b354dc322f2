import Foundation

/// The package's own files, read once.
enum SourceTree {
  /// The folder of `Package.swift`.
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !exists(folder.appending(path: "Package.swift")) {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  static let swift: [SwiftSource] = {
    ["Sources", "Tests"].flatMap { swiftPaths(under: $0) }.sorted().map { path in
      SwiftSource(path: path, text: text(of: path) ?? "")
    }
  }()

  static let manifest = Manifest(text(of: "Package.swift") ?? "")

  /// nil when there is no such file, or when it is not UTF-8.
  static func text(of path: String) -> String? {
    guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path) else {
      return nil
    }
    return String(bytes: bytes, encoding: .utf8)
  }

  private static func swiftPaths(under folder: String) -> [String] {
    let below = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    let paths = below?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  private static func exists(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.path)
  }
}
