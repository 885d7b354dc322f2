package import CallbookModel
import CallbookProtocol

/// What became of one of many appointments.
package struct BulkItem: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable, CaseIterable {
    case cancelled
    /// A manager is asked.
    case requested
    case reinstated
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
  /// The request that waits for a manager, or waited.
  package let request: CancelRequestID?
  /// Why not.
  package let error: String?
  /// The same in a sentence.
  package let message: String?

  private enum CodingKeys: String, CodingKey {
    case appointment, contact, name
    case start = "start_at"
    case outcome, request, error, message
  }

  init(
    _ appointment: Appointment, _ outcome: Outcome, request: CancelRequestID? = nil,
    refusal: CallbookError? = nil
  ) {
    self.appointment = appointment.id
    contact = appointment.contact
    name = appointment.name
    start = appointment.start
    self.outcome = outcome
    self.request = request
    error = refusal?.reason.rawValue
    message = refusal?.message
  }
}

extension BulkItem.Outcome: ParameterWord {
  package static var exampleValue: Self { .cancelled }
}

/// What became of many.
package struct BulkReply: Codable, Sendable, Equatable {
  /// What to name to bring back all that it cancelled.
  package let bulk: Int64
  package let items: [BulkItem]
  /// The series that was ended with it and goes on again.
  package let series: SeriesID?
  /// What to give as `after` to go on, together with the number; missing when all were looked at.
  package let next: String?
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
