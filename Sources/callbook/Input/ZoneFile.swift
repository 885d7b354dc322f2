import CallbookFormats
import CallbookModel

/// The time zones of this machine.
enum ZoneFile {
  /// The longest zone has some 4 KiB.
  private static let mostBytes = 262_144

  /// nil when there is none of that name, or its file cannot be used.
  static let rules: @Sendable (String) -> TimeZoneRules? = { name in
    let isPlain = name.utf8.allSatisfy { byte in
      [0x2F, 0x2B, 0x2D, 0x5F].contains(byte) || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    // What is wrong with the file helps nobody more than that the zone cannot be used.
    return try? TimeZoneRules(name: name, tzif: bytes("/usr/share/zoneinfo/" + name))
  }

  private static func bytes(_ path: String) throws(CallbookError) -> [UInt8] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while bytes.count < mostBytes, let chunk = try source.next() { bytes += chunk }
    return bytes
  }
}
