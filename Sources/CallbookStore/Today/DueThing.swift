package import CallbookModel

/// Something that somebody has to do, and of which contact if it is of one.
package struct DueThing: Sendable, Equatable {
  /// `v5`
  package let id: String
  package let contact: ContactID?
  /// The contact's name.
  package let name: String?
  /// The user name of whoever has to do it; nil when it is nobody's yet.
  package let user: String?
  package let due: Instant
  /// By which kind of point the contact is best reached; nil where nobody has to be told anything.
  package let channel: ContactPoint.Kind?
  /// Where what to do next depends on it.
  package let state: String?

  package init(
    id: String, contact: ContactID?, name: String?, user: String?, due: Instant,
    channel: ContactPoint.Kind? = nil, state: String? = nil
  ) {
    self.id = id
    self.contact = contact
    self.name = name
    self.user = user
    self.due = due
    self.channel = channel
    self.state = state
  }
}

/// Which of what is due is wanted.
package struct DueFilter: Sendable, Equatable {
  /// Only what is due earlier.
  package var before: Instant
  /// What is over by then is not due any more, where it can be too late for it.
  package var now: Instant
  /// Whose: members of staff by number; nil for everybody's.
  package var staff: [Int64]?
  /// Whether also what nobody has been given: that is for managers.
  package var isUnassignedWanted: Bool
  /// The roles of those whose it is; nil for everybody's.
  package var roles: Roles?
  /// Who decides about what others asked for, by number; nil where it does not matter who asked.
  package var decider: Int64?

  package init(
    before: Instant, now: Instant, staff: [Int64]?, roles: Roles?, decider: Int64?,
    isUnassignedWanted: Bool
  ) {
    self.before = before
    self.now = now
    self.staff = staff
    self.roles = roles
    self.decider = decider
    self.isUnassignedWanted = isUnassignedWanted
  }

  /// The same as queries that each go by an index.
  var parts: [Part] {
    guard let staff else { return [.everybody] }
    return staff.map { .staff($0) } + (isUnassignedWanted ? [.unassigned] : [])
  }

  enum Part {
    case everybody
    case staff(Int64)
    case unassigned

    /// A condition on the column that says whose it is: a part of the program's text.
    func condition(on column: String) -> String {
      switch self {
      case .everybody: "?1 IS NULL"
      case .staff: "\(column) = ?1"
      case .unassigned: "?1 IS NULL AND \(column) IS NULL"
      }
    }

    var number: Int64? {
      if case .staff(let number) = self { number } else { nil }
    }
  }
}

/// How much is due.
package struct DueCount: Sendable, Equatable {
  package var total = 0
  /// Of these, what is due earlier than the day began.
  package var overdue = 0

  package init() {}
}
