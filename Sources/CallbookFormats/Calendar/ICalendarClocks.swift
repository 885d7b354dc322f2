import CallbookModel

/// The clocks that a file's times name with TZID (RFC 5545, section 3.2.19).
struct ICalendarClocks {
  private struct Name: Hashable {
    let calendar: Int
    let tzid: String
  }

  /// The shop's: of floating times and of whole days.
  private let own: ICalendarClock
  private var named: [Name: ICalendarClock] = [:]

  /// - Parameter zones: looks up a name of the tz database.
  init(
    _ components: ICalendarComponents, zone: TimeZoneRules, zones: (String) -> TimeZoneRules?
  ) {
    own = .zone(zone)
    // What the tz database knows goes before what the file says of it.
    var offsets: [Name: Int] = [:]
    for zone in components.zones {
      guard let tzid = zone.first("TZID")?.value, let offset = Self.onlyOffset(of: zone) else {
        continue
      }
      let name = Name(calendar: zone.calendar, tzid: VCardText.unescaped(tzid))
      offsets[name] = offset
    }
    var found: [String: TimeZoneRules?] = [:]
    for component in components.events + components.freeBusy {
      for property in component.properties {
        guard let tzid = Self.tzid(property.property) else { continue }
        let name = Name(calendar: component.calendar, tzid: tzid)
        guard named[name] == nil else { continue }
        let rules = found[tzid] ?? Self.rules(tzid, zones)
        found[tzid] = .some(rules)
        named[name] = rules.map(ICalendarClock.zone) ?? offsets[name].map(ICalendarClock.fixed)
      }
    }
  }

  /// - Throws: `damaged` for what is no time, `unknownZone` when nobody knows what its clocks show.
  func time(
    _ text: some StringProtocol, of property: ICalendarComponent.Property, calendar: Int
  ) throws(BusyFile.LeftOut.Reason) -> ICalendarTime {
    guard let text = ICalendarTimeText(text) else { throw .damaged }
    let clock =
      switch text.form {
      case .date: own
      case .universal: ICalendarClock.universal
      case .local:
        if let tzid = Self.tzid(property.property) {
          try clock(Name(calendar: calendar, tzid: tzid))
        } else {
          own
        }
      }
    return ICalendarTime(local: text.local, clock: clock, isDate: text.form == .date)
  }

  private func clock(_ name: Name) throws(BusyFile.LeftOut.Reason) -> ICalendarClock {
    guard let clock = named[name] else { throw .unknownZone }
    return clock
  }

  private static func tzid(_ property: VCardProperty) -> String? {
    property.parameter("TZID").map { VCardText.unescaped(CellText.trimmed($0)) }
  }

  /// As Outlook describes a zone that sets no clocks: seconds east of UTC.
  private static func onlyOffset(of zone: ICalendarComponent) -> Int? {
    guard !zone.isDamaged, !zone.parts.isEmpty else { return nil }
    var offsets: Set<Int> = []
    for part in zone.parts {
      guard !part.isDamaged, let offset = part.first("TZOFFSETTO").flatMap({ offset($0.value) })
      else { return nil }
      offsets.insert(offset)
    }
    return offsets.count == 1 ? offsets.first : nil
  }

  /// `+0800`, `-033000` (section 3.3.14), in seconds.
  private static func offset(_ text: String) -> Int? {
    let digits = text.utf8.dropFirst()
    guard text.hasPrefix("+") || text.hasPrefix("-"), [4, 6].contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(String(text.dropFirst()))
    else { return nil }
    let parts = digits.count == 4 ? number * 100 : number
    let (hours, minutes, seconds) = (parts / 10_000, parts / 100 % 100, parts % 100)
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return (text.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  }

  /// Some write a path before the name: `/freeassociation.sourceforge.net/Asia/Shanghai`.
  private static func rules(
    _ tzid: String, _ zones: (String) -> TimeZoneRules?
  ) -> TimeZoneRules? {
    let parts = tzid.split(separator: "/").suffix(mostParts)
    for place in parts.indices where parts[place...].allSatisfy(isPlain) {
      if let rules = zones(parts[place...].joined(separator: "/")) { return rules }
    }
    return nil
  }

  /// `America/Argentina/Buenos_Aires` has the most.
  private static let mostParts = 3

  /// What a name of the tz database is made of: it is asked for as a file.
  private static func isPlain(_ part: Substring) -> Bool {
    part.utf8.count <= 32
      && part.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
      }
  }
}
