package import CallbookModel

/// A durable change that whoever keeps the machine should hear of, beside its entry in the ledger:
/// who may do what, and what the shop is set to. No personal value is in it.
package struct NotedChange: Sendable, Equatable {
  package let entry: LedgerEntry
  /// The member of staff that it is about, as they are from then on; nil for settings.
  package let staff: Staff?

  package struct Staff: Sendable, Equatable {
    /// The Unix user name.
    package let user: String
    package let roles: [Role]

    package init(user: String, roles: [Role]) {
      self.user = user
      self.roles = roles
    }
  }

  package init(_ entry: LedgerEntry, staff: Staff? = nil) {
    self.entry = entry
    self.staff = staff
  }
}

extension LedgerEntry {
  /// Whether it is noted: what the shop is set to, and that booking goes off or on.
  var isNoted: Bool {
    ["staff", "shop", "store", "policy", "calendar", "field"].contains(subject.kind)
      || ["booking_off.began", "booking_off.ended"].contains(event)
  }
}
