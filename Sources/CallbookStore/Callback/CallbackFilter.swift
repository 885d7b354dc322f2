package import CallbookModel

/// Which callbacks a list is of. Every condition that is given must hold.
package struct CallbackFilter: Sendable {
  package var contact: ContactID?
  package var assignee: String?
  package var state: Callback.State?
  /// Only those that somebody still has to make.
  package var isOpen = false
  /// Only those that are to be made, or have ended, before.
  package var before: Instant?
  /// Only what an agent may see: assigned to them, or of a contact of theirs.
  package var visibleTo: String?

  package init() {}
}

/// A place in a list of callbacks: when the one before is to be made, and its number.
package struct CallbackPlace: Sendable, Equatable, LosslessStringConvertible {
  package let at: Instant
  package let id: CallbackID

  package init(after callback: Callback) {
    at = callback.next ?? callback.due
    id = callback.id
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":")
    guard parts.count == 2, let at = Int64(parts[0]), let id = CallbackID(parts[1]) else {
      return nil
    }
    self.at = Instant(millisecondsSince1970: at)
    self.id = id
  }

  package var description: String { "\(at.millisecondsSince1970):\(id)" }
}

extension ReadTransaction {
  /// What is to be done first comes first; those that have ended by when they were due.
  package func callbacks(
    _ filter: CallbackFilter, after: CallbackPlace?, limit: Int
  ) throws(CallbookError) -> [Callback] {
    var conditions: [String] = []
    var values: [String] = []
    func require(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      values.append(value)
    }
    require("k.contact = CAST(? AS INTEGER)", filter.contact.map { String($0.number) })
    require("a.user = ?", filter.assignee)
    require("k.state = ?", filter.state?.rawValue)
    require(
      "coalesce(k.next, k.due) < CAST(? AS INTEGER)",
      filter.before.map { String($0.millisecondsSince1970) })
    if let user = filter.visibleTo {
      conditions.append("(a.user = ? OR o.user = ?)")
      values += [user, user]
    }
    if filter.isOpen { conditions.append("k.next IS NOT NULL") }
    if let after {
      conditions.append(
        "(coalesce(k.next, k.due), k.id) > (CAST(? AS INTEGER), CAST(? AS INTEGER))")
      values += [String(after.at.millisecondsSince1970), String(after.id.number)]
    }
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let statement = try sql.prepare(
      composed: """
        \(Self.callbackRows) \(condition) ORDER BY coalesce(k.next, k.due), k.id LIMIT ?
        """)
    return try callbacks(statement) { row in
      for value in values { row.bind(value) }
      row.bind(Int64(limit))
    }
  }
}
