package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// A request about one series: the contact's owner may make it.
package protocol SeriesRequest: ContactRequest {
  var id: SeriesID { get }
}

extension SeriesRequest {
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.series(id).contact]
  }
}

/// A series with what of it is to come, and what could not be booked.
package struct SeriesReport: Codable, Sendable, Equatable {
  package let series: Series
  /// The next appointments of it.
  package let coming: [Appointment]
  /// The day of the next one that is not booked yet, because nothing is booked that far ahead.
  package let nextDay: CalendarDate?
  /// The latest first.
  package let skipped: [SkippedOccurrence]

  private enum CodingKeys: String, CodingKey {
    case series, coming
    case nextDay = "next_day"
    case skipped
  }

  /// How many of either are shown at most.
  private static let most = 100

  init(of id: SeriesID, in store: ReadTransaction) throws(CallbookError) {
    series = try store.series(id)
    coming = try store.comingAppointments(of: id, limit: Self.most)
    nextDay = series.nextDay
    skipped = try store.skippedOccurrences(of: id, limit: Self.most)
  }

  private init(_ other: SeriesReport, series: Series, coming: [Appointment]) {
    self.series = series
    self.coming = coming
    nextDay = other.nextDay
    skipped = other.skipped
  }
}

extension SeriesReport: SensitiveReply {
  package func redacted(for caller: Caller) -> SeriesReport {
    SeriesReport(
      self, series: series.redacted(for: caller),
      coming: coming.map { $0.redacted(for: caller) })
  }
}

extension Series: SensitiveReply {
  /// An agent sees everything of what is theirs to do or of a contact of theirs.
  package func redacted(for caller: Caller) -> Series {
    let user = caller.user
    guard user == nil || (owner != user && plan.assignee != user) else { return self }
    var plan = plan
    (plan.terminal, plan.note) = (nil, nil)
    var series = Series(
      id: id, uuid: uuid, rev: rev, kind: kind, state: state, contact: contact, plan: plan,
      until: until, count: count, first: first, reached: reached, continues: continues,
      addedBy: addedBy,
      createdAt: createdAt)
    (series.name, series.owner, series.isRedacted) = (name, owner, true)
    series.retryAt = retryAt
    return series
  }
}
