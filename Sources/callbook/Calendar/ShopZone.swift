import CallbookFormats
import CallbookModel

/// The time zone of the shop by the files of this machine, which is the daemon's, too.
enum ShopZone {
  /// - Throws: `FILE_UNREADABLE`.
  static func rules(_ name: String) throws(CallbookError) -> TimeZoneRules {
    var bytes: [UInt8] = []
    do throws(CallbookError) {
      let file = try ByteSource(path: "/usr/share/zoneinfo/\(name)")
      while let more = try file.next() { bytes += more }
    } catch {
      throw CallbookError(
        .fileUnreadable, "there is no file of the time zone \(VisibleText.visible(name))",
        hint: "apt-get install --reinstall tzdata")
    }
    return try TimeZoneRules(name: name, tzif: bytes)
  }
}
