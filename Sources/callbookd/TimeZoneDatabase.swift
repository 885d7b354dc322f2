import Glibc

/// The machine's time zones.
enum TimeZoneDatabase {
  static let has: @Sendable (String) -> Bool = { name in
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2F || $0 == 0x2B || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
        || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.hasPrefix("/") else { return false }
    var status = stat()
    return stat("/usr/share/zoneinfo/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
