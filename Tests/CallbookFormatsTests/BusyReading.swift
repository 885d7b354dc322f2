import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookFormats

/// Reads busy times that a test writes itself, in the year 2027 of a shop in Shanghai.
enum BusyReading {
  static let year = ("2026-12-31T16:00:00Z", "2027-12-31T16:00:00Z")

  static func file(
    _ text: String, window: (String, String) = year, zone: String = "Asia/Shanghai",
    chunkBytes: Int = 65_536
  ) throws -> BusyFile {
    try BusyFile(
      ByteSource(bytes: Array(text.utf8), chunkBytes: chunkBytes),
      window: AppointmentSpan(
        from: try #require(Instant(window.0)), to: try #require(Instant(window.1))),
      zone: MachineZones.rules(zone), zones: MachineZones.known)
  }

  /// Of events, each of a few lines.
  static func file(events: [String]..., window: (String, String) = year) throws -> BusyFile {
    try file(calendar(events.map(event)), window: window)
  }

  static func event(_ lines: [String]) -> String {
    (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\n")
  }

  static func calendar(_ components: [String]) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0"] + components + ["END:VCALENDAR", ""])
      .joined(separator: "\n")
  }

  /// `2027-03-01 09:30/2027-03-01 10:00`, as the clocks of a zone show it.
  static func shown(_ file: BusyFile, zone: String = "Asia/Shanghai") throws -> [String] {
    let rules = try MachineZones.rules(zone)
    return file.events.map { "\(rules.local($0.span.start))/\(rules.local($0.span.end))" }
  }

  /// Only when they begin.
  static func starts(_ file: BusyFile, zone: String = "Asia/Shanghai") throws -> [String] {
    try shown(file, zone: zone).map { String($0.prefix { $0 != "/" }) }
  }
}
