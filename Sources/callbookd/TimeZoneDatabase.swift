import CallbookModel
import Glibc

/// The machine's time zones.
enum TimeZoneDatabase {
  private static let directory = "/usr/share/zoneinfo/"
  /// More than any file of the database has.
  private static let mostBytes = 65_536

  static let has: @Sendable (String) -> Bool = { name in
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2F || $0 == 0x2B || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
        || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.hasPrefix("/") else { return false }
    var status = stat()
    return stat(directory + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static let rules: @Sendable (String) throws(CallbookError) -> TimeZoneRules = {
    name throws(CallbookError) in
    let descriptor = has(name) ? open(directory + name, O_RDONLY | O_CLOEXEC) : -1
    guard descriptor >= 0 else {
      throw CallbookError(
        .storeUnwritable, "the machine's time zone database does not have the shop's zone",
        hint: "apt install tzdata")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    let count = read(descriptor, &bytes, bytes.count)
    return try TimeZoneRules(name: name, tzif: Array(bytes.prefix(max(count, 0))))
  }
}
