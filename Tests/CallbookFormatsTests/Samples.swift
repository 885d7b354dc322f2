import CallbookFormats
import Glibc

/// The sample files, as they lie beside the tests.
enum Samples {
  static func bytes(_ name: String) throws -> [UInt8] {
    var folder = #filePath
    folder.removeLast("Samples.swift".count)
    return try whole(ByteSource(path: folder + "Samples/" + name))
  }

  static func whole(_ source: ByteSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return bytes
  }
}
