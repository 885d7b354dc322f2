import CallbookJSON

/// How long ago the newest backup was made.
enum BackupAge: Equatable {
  /// The daemon does not say.
  case unknown
  /// Nobody is on the staff list yet: there is little to lose.
  case notYet
  case none
  case seconds(Int64)

  /// - Parameter status: the answer to `system.status`.
  init(_ status: JSONNode?) {
    guard let status else {
      self = .unknown
      return
    }
    if let age = status["backup_age_s"]?.integer {
      self = .seconds(Int64(age))
    } else {
      self = status["staff"]?.integer == 0 ? .notYet : .none
    }
  }
}
