import CallbookModel

/// Which events of a file say the last word, and what became of single occurrences of those that
/// recur.
struct BusyVersions {
  private struct Name: Hashable {
    let uid: String
    /// As it stands; nil for the event as a whole.
    let occurrence: String?
  }

  private var latest: [Name: Int] = [:]
  private var replaced: [String: BusyExceptions] = [:]
  private var changedFromThenOn: Set<String> = []

  init(_ components: [ICalendarComponent], _ clocks: ICalendarClocks) {
    for component in components {
      guard let name = Self.name(component), let uid = component.uid else { continue }
      latest[name] = max(latest[name] ?? 0, Self.sequence(component))
      guard let occurrence = component.first("RECURRENCE-ID") else { continue }
      if occurrence.property.parameter("RANGE") != nil { changedFromThenOn.insert(uid) }
      // One that cannot be read is left out by itself, and replaces nothing.
      if let time = try? clocks.time(
        occurrence.value, of: occurrence, calendar: component.calendar)
      {
        replaced[uid, default: BusyExceptions()].insert(time)
      }
    }
  }

  /// Whether a later version of it is in the file (RFC 5546, section 2.1.5).
  func isOutdated(_ component: ICalendarComponent) -> Bool {
    guard let name = Self.name(component) else { return false }
    return Self.sequence(component) < latest[name] ?? 0
  }

  /// Whether one of its occurrences changes all that follow (section 3.2.13).
  func isChangedFromThenOn(_ component: ICalendarComponent) -> Bool {
    component.uid.map(changedFromThenOn.contains) ?? false
  }

  /// Which occurrences of it are said elsewhere.
  func replaced(of component: ICalendarComponent) -> BusyExceptions {
    guard let uid = component.uid, component.first("RECURRENCE-ID") == nil else {
      return BusyExceptions()
    }
    return replaced[uid] ?? BusyExceptions()
  }

  private static func name(_ component: ICalendarComponent) -> Name? {
    component.uid.map { Name(uid: $0, occurrence: component.first("RECURRENCE-ID")?.value) }
  }

  private static func sequence(_ component: ICalendarComponent) -> Int {
    component.first("SEQUENCE").flatMap { Int($0.value) } ?? 0
  }
}
