import Foundation

/// The inputs of the fuzz targets that are kept: seeds, and what fuzzing found worth keeping.
enum Corpus {
  struct Input: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// In the order of their names, so that mutations of them can be made again.
  static func inputs(of target: String) throws -> [Input] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpora/\(target)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { name in
      Input(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
  }
}
