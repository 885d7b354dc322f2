package import CallbookModel

/// Why a draft is not booked.
package struct BookingRefusal: Sendable {
  package let reason: Reason
  /// Which parameter is to blame: a JSON Pointer.
  package let pointer: String
  /// A part of a sentence, nothing personal.
  package let message: String
  /// What has the slot.
  package let taken: [AppointmentID]
  /// Whether no other time would do.
  package let isAtAnyTime: Bool
  /// More for programs.
  package let details: [String: CallbookError.Detail]

  package init(
    _ reason: Reason, _ pointer: String, _ message: String, taken: [AppointmentID] = [],
    isAtAnyTime: Bool = false, details: [String: CallbookError.Detail] = [:]
  ) {
    self.reason = reason
    self.pointer = pointer
    self.message = message
    self.taken = taken
    self.isAtAnyTime = isAtAnyTime
    self.details = details
  }
}
