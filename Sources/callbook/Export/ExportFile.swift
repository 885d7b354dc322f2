import CallbookModel
import Glibc

/// A file that comes into being whole: nobody sees half of it, and a crash leaves what was there.
///
/// Readable by its owner only, unless told otherwise: what is in an export is personal.
final class ExportFile {
  static let forEverybody: mode_t = 0o644

  private let path: String
  /// Where it is written meanwhile; nil for what is no regular file, such as `/dev/null`.
  private var temporary: String?
  private var descriptor: Int32

  /// - Throws: `FILE_UNWRITABLE`.
  init(_ path: String, mode: mode_t = 0o600) throws(CallbookError) {
    self.path = Self.resolved(path)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      var template = Array("\(self.path).XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      if descriptor >= 0 {
        temporary = String(
          decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        fchmod(descriptor, mode)
      }
    }
    guard descriptor >= 0 else { throw .unwritable(errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  func write(_ bytes: [UInt8]) throws(CallbookError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(errno) }
      written += count
    }
  }

  /// On the disk and under its name, or not there at all.
  func finish() throws(CallbookError) {
    guard let temporary else { return }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw .unwritable(errno) }
    self.temporary = nil
    try syncDirectory()
  }

  private func syncDirectory() throws(CallbookError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .unwritable(errno) }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw .unwritable(errno) }
  }

  /// What a symbolic link points at: the link itself stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension CallbookError {
  static func unwritable(_ code: Int32) -> CallbookError {
    CallbookError(
      .fileUnwritable, "the export cannot be written: \(String(cString: strerror(code)))")
  }
}
