package import CallbookModel

/// What became of somebody's busy times.
package struct BusyTimeChanges: Sendable, Equatable {
  package let added: [AppointmentSpan]
  package let removed: [AppointmentSpan]
  package let keptCount: Int
}

extension WriteTransaction {
  /// Makes these somebody's busy times, and no others; those that are over are let go.
  ///
  /// - Parameter spans: such as ``AppointmentSpan/union(of:)`` gives.
  package func setBusyTimes(
    of member: StaffMember, to spans: [AppointmentSpan]
  ) throws(CallbookError) -> BusyTimeChanges {
    let staff = try staffNumber(of: member.user) ?? 0
    let before = try busyTimes(
      of: member.user, AppointmentSpan(from: at, to: Instant(millisecondsSince1970: .max)))
    let after = spans.filter { $0.end > at }
    // What has begun is the same whenever it did: the part of it that is over matters to nobody.
    let (old, new) = (Set(before.map(remaining)), Set(after.map(remaining)))
    let changes = BusyTimeChanges(
      added: after.filter { !old.contains(remaining($0)) },
      removed: before.filter { !new.contains(remaining($0)) },
      keptCount: old.intersection(new).count)
    guard !changes.added.isEmpty || !changes.removed.isEmpty else { return changes }
    try sql.execute("DELETE FROM busy_time WHERE staff = ? AND end_at <= ?") { row in
      row.bind(staff)
      row.bind(at)
    }
    for span in changes.removed {
      try sql.execute("DELETE FROM busy_time WHERE staff = ? AND start_at = ?") { row in
        row.bind(staff)
        row.bind(span.start)
      }
    }
    for span in changes.added {
      try sql.execute("INSERT INTO busy_time (staff, start_at, end_at) VALUES (?, ?, ?)") { row in
        row.bind(staff)
        row.bind(span.start)
        row.bind(span.end)
      }
    }
    let texts = [changes.removed, changes.added].map { spans in
      spans.isEmpty ? nil : spans.map { "\($0.start)/\($0.end)" }.joined(separator: " ")
    }
    try record(
      "staff.busy", .staff(staff), [FieldChange("busy", before: texts[0], after: texts[1])],
      about: NotedChange.Staff(user: member.user, roles: member.roles))
    return changes
  }

  private func remaining(_ span: AppointmentSpan) -> AppointmentSpan {
    AppointmentSpan(from: max(span.start, at), to: span.end)
  }
}
