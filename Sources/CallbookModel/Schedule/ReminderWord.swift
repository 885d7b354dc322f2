/// Why a reminder ended without firing.
package struct ReminderWord: RawRepresentable, Sendable, Hashable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Its subject is not there any more.
  package static let subjectGone = Self(rawValue: "subject_gone")
  /// By its subject's state and the rules there is nothing to be reminded of any more.
  package static let notWanted = Self(rawValue: "not_wanted")
  /// When it could have fired it was of no use any more.
  package static let tooLate = Self(rawValue: "too_late")

  /// What kept it from being processed, however often it was tried.
  package init(_ reason: Reason) {
    rawValue = reason.rawValue
  }
}
