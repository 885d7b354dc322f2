package import CallbookModel

/// A kind of thing that has reminders, as the store keeps it.
package protocol StoredSubject: Reminding {
  /// As ``Subject/kind`` has it.
  static var kind: String { get }

  /// - Returns: nil when there is no such thing any more, and so nothing to be reminded of.
  static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> Self?

  /// Every number that may have reminders, in order, for planning all of them again.
  static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64]

  /// What else happens when a reminder of it fires: in the same transaction, so both or neither.
  ///
  /// - Throws: then it did not fire, and is tried again later.
  func fired(_ fired: FiredReminder, in store: WriteTransaction) throws(CallbookError)

  /// What else happens when a reminder of it is set aside, because it could not be processed however
  /// often it was tried: nothing, unless the subject would stand still for ever.
  static func setAside(_ number: Int64, in store: WriteTransaction) throws(CallbookError)
}

extension StoredSubject {
  package static func setAside(
    _ number: Int64, in store: WriteTransaction
  ) throws(CallbookError) {}
}

/// A reminder at the moment when it fires.
package struct FiredReminder: Sendable {
  package let id: ReminderID
  package let reminder: Reminder
  /// Others of the same subject, kind and audience that were overdue, too, oldest first.
  package let merged: [PlannedReminder]
  package let isLate: Bool
}

/// The kinds of things that have reminders.
package struct SubjectKinds: Sendable {
  let list: [any StoredSubject.Type]

  init(_ list: [any StoredSubject.Type]) {
    self.list = list
  }

  /// One line each.
  package static let all = SubjectKinds([
    ContactReview.self,
    WaitingReview.self,
    CallbackReminders.self,
    ContactCare.self,
    AppointmentReminders.self,
    BatchReminders.self,
    BookingOffReminders.self,
    CancelRequestReminders.self,
    SeriesReminders.self,
  ])

  func kind(of subject: Subject) throws(CallbookError) -> any StoredSubject.Type {
    guard let kind = list.first(where: { $0.kind == subject.kind }) else {
      throw CallbookError(
        .internal, "this program does not know what a reminder of kind \(subject.kind) is about")
    }
    return kind
  }
}
