/// Somebody who decides about what others asked for, and what of their past matters for it.
package struct Reviewer: Sendable, Equatable {
  /// nil for root and the daemon's own user.
  package let user: String?
  /// Whether they are now.
  package let isManager: Bool
  /// nil when the records do not say: whoever was named by a program before the ledger was kept, or
  /// whose entry was erased.
  package let grant: Grant?

  /// How they came to be a manager.
  package struct Grant: Sendable, Equatable {
    package let at: Instant
    /// nil for root and the daemon's own user.
    package let by: String?

    package init(at: Instant, by: String?) {
      self.at = at
      self.by = by
    }
  }

  package init(user: String?, isManager: Bool, grant: Grant?) {
    self.user = user
    self.isManager = isManager
    self.grant = grant
  }
}
