import CallbookModel

/// Appointments follow their contact when it is merged, and back.
extension WriteTransaction {
  func moveAppointments(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> [AppointmentID] {
    let moved: [AppointmentID] = try sql.all(
      "SELECT id FROM appointment WHERE contact = ? ORDER BY id", { $0.bind(other) },
      { $0.identifier(0) })
    try sql.execute("UPDATE appointment SET contact = ?, rev = rev + 1 WHERE contact = ?") {
      $0.bind(survivor)
      $0.bind(other)
    }
    return moved
  }

  func returnAppointments(
    _ appointments: [AppointmentID], of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    for id in appointments {
      try sql.execute(
        "UPDATE appointment SET contact = ?, rev = rev + 1 WHERE id = ? AND contact = ?"
      ) { row in
        row.bind(other)
        row.bind(id)
        row.bind(survivor)
      }
    }
  }

  /// Puts on record where merging or parting moved appointments, and plans their reminders again.
  func recordMoved(
    _ appointments: [AppointmentID], from other: ContactID, to survivor: ContactID
  ) throws(CallbookError) {
    for id in appointments where try appointment(id).contact == survivor {
      try record(
        "appointment.carried", .appointment(id),
        [FieldChange("contact", before: other.description, after: survivor.description)])
      try reconcile(.appointment(id))
    }
  }

  /// Plans the reminders of what is to come again, because somebody else looks after the contact: of
  /// an appointment that nobody was given they tell the customer.
  func planAppointments(of contact: ContactID) throws(CallbookError) {
    let unassigned: [AppointmentID] = try sql.all(
      """
      SELECT id FROM appointment
      WHERE contact = ? AND assignee IS NULL AND state IN ('booked', 'confirmed') ORDER BY id
      """, { $0.bind(contact) }, { $0.identifier(0) })
    for id in unassigned { try reconcile(.appointment(id)) }
  }
}
