package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes over when somebody is busy by a calendar of theirs: nothing is booked with them then.
package struct ImportBusyTimes: WriteRequest {
  package static let method = "busy.import"
  package static let summary =
    "Takes over when somebody is busy by a calendar of theirs: nothing is booked with them then."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [
    RequestExample(
      "A morning at the dentist's",
      """
      {"user":"carol","times":[{"start":"2026-05-07T09:00:00+08:00","end":"2026-05-07T10:30:00+08:00"}]}
      """)
  ]

  @Parameter("Unix user name; you yourself when it is left out.", in: 1...64)
  package var user: String?
  @Parameter(
    "All times to come at which they are busy: these replace what was known, also when there is none.",
    in: 0...1500) package var times: [BusyTimeInput]
  package init() {}

  /// How many appointments a reply lists.
  private static let mostListed = 50

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ImportedBusyTimes {
    let member = try store.absentee(user, environment.caller)
    let violations = times.enumerated().compactMap { place, time in
      time.start < time.end ? nil : Violation("/times/\(place)/end", "must be later than the start")
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "nobody can be busy like that", violations: violations)
    }
    var others: [AppointmentSpan] = []
    for time in times {
      let isKnown = try time.isKnown(to: store)
      if !isKnown { others.append(AppointmentSpan(from: time.start, to: time.end)) }
    }
    let spans = AppointmentSpan.union(of: others.filter { $0.end > store.at })
    let changes = try store.setBusyTimes(of: member, to: spans)
    let conflicts = try store.busy(assignee: member.user, within: spans)
    return ImportedBusyTimes(
      user: member.user, added: changes.added.count, removed: changes.removed.count,
      kept: changes.keptCount, own: times.count - others.count, conflictCount: conflicts.count,
      conflicts: conflicts.prefix(Self.mostListed).map(ImportedBusyTimes.Conflict.init))
  }
}

/// From when until when somebody is busy.
package struct BusyTimeInput: ObjectParameter {
  @Parameter("From then on.") package var start: Instant
  @Parameter("Free again from then on.") package var end: Instant
  @Parameter(
    "What their calendar calls it: an appointment of this register is known already, and left out.",
    in: 0...200) package var uid: String?
  package init() {}

  /// Whether it is an appointment, which came back from a calendar that the register had written.
  fileprivate func isKnown(to store: ReadTransaction) throws(CallbookError) -> Bool {
    guard let uuid = uid.flatMap({ UniqueID($0) }) else { return false }
    return try store.hasAppointment(uuid)
  }
}

/// What an import of busy times changed.
package struct ImportedBusyTimes: Codable, Sendable, Equatable {
  package let user: String
  package let added: Int
  package let removed: Int
  /// Known before, and still so.
  package let kept: Int
  /// Appointments of this register that were among them.
  package let own: Int
  package let conflictCount: Int
  /// What they were booked for meanwhile, the first ones.
  package let conflicts: [Conflict]

  package struct Conflict: Codable, Sendable, Equatable {
    package let id: AppointmentID
    package let start: Instant
    package let end: Instant

    fileprivate init(_ busy: BusySpan) {
      id = busy.appointment
      start = busy.span.start
      end = busy.span.end
    }

    private enum CodingKeys: String, CodingKey {
      case id
      case start = "start_at"
      case end = "end_at"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case user, added, removed, kept, own
    case conflictCount = "conflict_count"
    case conflicts
  }
}

extension ReadTransaction {
  /// What somebody is booked for in any of these times, in the order in which it starts.
  ///
  /// - Parameter spans: in order.
  fileprivate func busy(
    assignee user: String, within spans: [AppointmentSpan]
  ) throws(CallbookError) -> [BusySpan] {
    guard let first = spans.first, let last = spans.last else { return [] }
    let whole = AppointmentSpan(from: first.start, to: last.end)
    return try busy(assignee: user, whole, withReleased: true).filter { busy in
      spans.contains { $0.overlaps(busy.span) }
    }
  }
}
