import CallbookModel
import Glibc

/// A look at the file's first bytes, before SQLite or a recovery may change anything in it.
enum StoreHeader {
  /// The database header is 100 bytes; the user version stands at 60 (SQLite file format, 1.3).
  private static let byteCount = 100

  static func check(_ path: String) throws(CallbookError) {
    guard let size = SystemCall.size(of: path), size > 0 else { return }
    try check(path, O_RDWR)
  }

  /// - Parameter flags: how the file is opened, which has to be possible.
  static func check(_ path: String, _ flags: CInt) throws(CallbookError) {
    let descriptor = try SystemCall.open(path, flags)
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: byteCount)
    let count = header.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count == byteCount, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw CallbookError(
        .storeCorrupt, "\(path) is not a store; it was left untouched",
        hint: "file \(path)")
    }
    let version = header[60..<64].reduce(0) { $0 << 8 | Int($1) }
    guard version <= Migrations.newest else { throw .newerStore(version) }
  }
}
