package import CallbookModel
import CallbookProtocol
import CallbookStore

/// What became of one of many appointments.
package struct BulkItem: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable, CaseIterable {
    case cancelled
    /// A manager is asked.
    case requested
    case reinstated
    case moved
    case movedBack = "moved_back"
    /// A request that waited for a manager was taken back.
    case withdrawn
    case failed
  }

  package let appointment: AppointmentID
  package let contact: ContactID
  /// The contact's name.
  package let name: String?
  package let start: Instant
  package let outcome: Outcome
  /// When it starts now; missing for what was not moved.
  package let movedTo: Instant?
  /// The request that waits for a manager, or waited.
  package let request: CancelRequestID?
  /// Why not.
  package let error: String?
  /// The same in a sentence.
  package let message: String?
  /// Times that are free for it, where it could not be moved.
  package let free: [Instant]?

  private enum CodingKeys: String, CodingKey {
    case appointment, contact, name
    case start = "start_at"
    case outcome
    case movedTo = "moved_to"
    case request, error, message, free
  }

  /// What keeps one of many as it is, and not the others.
  static let refusals: Set<Reason> = [.wrongState, .slotTaken, .notBookable, .bookingOff]

  init(
    _ appointment: Appointment, _ outcome: Outcome, movedTo: Instant? = nil,
    request: CancelRequestID? = nil, refusal: CallbookError? = nil
  ) {
    self.appointment = appointment.id
    contact = appointment.contact
    name = appointment.name
    start = appointment.start
    self.outcome = outcome
    self.movedTo = movedTo
    self.request = request
    error = refusal?.reason.rawValue
    message = refusal?.message
    free = movedTo == nil ? refusal?.free : nil
  }
}

extension CallbookError {
  /// The times that it offers.
  fileprivate var free: [Instant]? {
    guard case .list(let texts) = details["free"] else { return nil }
    let times = texts.compactMap { Instant($0) }
    return times.isEmpty ? nil : times
  }
}

extension BulkItem.Outcome: ParameterWord {
  package static var exampleValue: Self { .cancelled }
}

/// What became of many.
package struct BulkReply: Codable, Sendable, Equatable {
  /// What to name to bring back all that it cancelled, or to move back all that it moved; missing in a
  /// dry run, which leaves nothing to name.
  package let bulk: Int64?
  /// What to type to take it back; missing where something was taken back, or nothing was changed.
  package let undo: String?
  package let items: [BulkItem]
  /// The series that was ended with it and goes on again.
  package let series: SeriesID?
  /// What to give as `after` to go on, together with the number if there is one; missing when all were
  /// looked at.
  package let next: String?
}

extension BulkReply {
  /// - Parameter undo: what takes back what has a number.
  init(
    _ bulk: Int64?, undo: String? = nil, _ items: [BulkItem], series: SeriesID? = nil,
    next: String?
  ) {
    let isChanged = items.contains { $0.outcome != .failed }
    let undo = isChanged ? bulk.flatMap { number in undo.map { "\($0) \(number)" } } : nil
    self.init(bulk: bulk, undo: undo, items: items, series: series, next: next)
  }
}

extension WriteTransaction {
  /// The number of what was begun, as a reply tells it.
  func told(_ bulk: Int64) -> Int64? { isDryRun ? nil : bulk }
}

/// Others wait for the writer meanwhile: then the rest is for another request.
struct BulkTime {
  /// Half of what a transaction may take at most.
  private static let milliseconds: Int64 = 50
  private let started: Int64
  private let now: @Sendable () -> Int64

  init(_ environment: Environment) {
    now = environment.services.monotonicMilliseconds
    started = now()
  }

  var isUp: Bool { now() - started >= Self.milliseconds }
}
