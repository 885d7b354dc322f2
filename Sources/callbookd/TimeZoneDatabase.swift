package import CallbookModel
import Glibc

/// The machine's time zones.
package enum TimeZoneDatabase {
  package static let has: @Sendable (String) -> Bool = { rules($0) != nil }

  /// nil when there is none of that name, or its file cannot be used.
  package static let rules: @Sendable (String) -> TimeZoneRules? = { name in
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2F || $0 == 0x2B || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
        || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.hasPrefix("/"), let bytes = contents("/usr/share/zoneinfo/" + name) else {
      return nil
    }
    // What is wrong with the file helps nobody more than that the zone cannot be used.
    return try? TimeZoneRules(name: name, tzif: bytes)
  }

  /// The longest zone has some 4 KiB.
  private static let mostBytes = 262_144

  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    var count = 0
    while count < bytes.count {
      let got = bytes[count...].withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { return Array(bytes[..<count]) }
      count += got
    }
    return nil
  }
}
