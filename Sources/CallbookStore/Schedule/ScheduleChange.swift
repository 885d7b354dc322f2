import CallbookModel

/// What a transaction changed about the waiting reminders, told once it is durable.
struct ScheduleChange {
  /// How many more wait.
  var pending = 0
  /// The earliest that was planned or moved.
  var earliest: Instant?
  /// Whether one that may have been the next is gone: who is next has to be looked up.
  var isNextUnknown = false
  /// Of each that fired, how long after it was due, in milliseconds.
  var lateness: [Int64] = []
  /// Whether reminders are to be planned again from now on, or not any more.
  var isReplanning: Bool?

  mutating func planned(_ wake: Instant) {
    earliest = min(earliest ?? wake, wake)
  }

  mutating func add(_ other: ScheduleChange) {
    pending += other.pending
    if let wake = other.earliest { planned(wake) }
    isNextUnknown = isNextUnknown || other.isNextUnknown
    lateness += other.lateness
    isReplanning = other.isReplanning ?? isReplanning
  }
}
