package import CallbookModel

extension WriteTransaction {
  package func nextSeriesID() -> SeriesID { ids.take() }

  package func insert(_ series: Series) throws(CallbookError) {
    let plan = series.plan
    try sql.execute(
      """
      INSERT INTO series (id, uuid, contact, kind, state, first_day, minute, cycle, minutes, place,
        assignee, terminal, note, until, count, first, reached, continues, added_by, rev, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM place WHERE name = ?),
        (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?, ?, ?,
        (SELECT id FROM staff WHERE user = ?), ?, ?)
      """
    ) { row in
      row.bind(series.id)
      row.bind(series.uuid)
      row.bind(series.contact)
      row.bind(series.kind)
      row.bind(series.state)
      row.bind(plan.firstDay.description)
      row.bind(Int64(plan.time.minute))
      row.bind(plan.cycle.description)
      row.bind(Int64(plan.durationMinutes))
      row.bind(plan.place?.text)
      row.bind(plan.assignee)
      row.bind(plan.terminal)
      row.bind(plan.note)
      row.bind(series.until?.description)
      row.bind(series.count.map { Int64($0) })
      row.bind(Int64(series.first))
      row.bind(Int64(series.reached))
      row.bind(series.continues)
      row.bind(series.addedBy)
      row.bind(series.rev)
      row.bind(series.createdAt)
    }
    try record("series.added", .series(series.id), series.changes(since: nil))
    try reconcile(.series(series.id))
  }

  /// Writes what differs between two states, and what happened to the ledger.
  ///
  /// - Parameter notes: what else the ledger is to say.
  /// - Returns: the new one with its revision; the old one when nothing differs.
  package func save(
    _ new: Series, over old: Series, event: String, notes: [FieldChange] = []
  ) throws(CallbookError) -> Series {
    var touched = new
    // Whatever was in its way may be gone with this.
    if touched.retryAt != nil { touched.retryAt = at }
    let series = try write(touched, over: old, event: event, notes: notes)
    try reconcile(.series(series.id))
    return series
  }

  /// Leaves the reminders alone: for what runs when one of them fires.
  func write(
    _ new: Series, over old: Series, event: String, notes: [FieldChange]
  ) throws(CallbookError) -> Series {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var series = new
    series.rev = old.rev + 1
    try sql.execute(
      "UPDATE series SET state = ?, until = ?, reached = ?, retry_at = ?, rev = ? WHERE id = ?"
    ) { row in
      row.bind(series.state)
      row.bind(series.until?.description)
      row.bind(Int64(series.reached))
      row.bind(series.retryAt)
      row.bind(series.rev)
      row.bind(series.id)
    }
    try record(event, .series(series.id), changes + notes)
    return series
  }
}

extension Series {
  private var fieldTexts: [(field: String, text: String?)] {
    [
      ("contact", contact.description), ("kind", kind.rawValue), ("state", state.rawValue),
      ("first_day", plan.firstDay.description), ("time", plan.time.description),
      ("cycle", plan.cycle.description), ("duration_minutes", String(plan.durationMinutes)),
      ("place", plan.place?.text), ("assignee", plan.assignee), ("terminal", plan.terminal),
      ("note", plan.note), ("until", until?.description), ("count", count.map { String($0) }),
      ("reached", String(reached)), ("continues", continues?.description),
    ]
  }

  /// What differs; everything when there was nothing before.
  func changes(since old: Series?) -> [FieldChange] {
    let before = old?.fieldTexts
    return zip(fieldTexts.indices, fieldTexts).compactMap { place, new in
      let text = before?[place].text
      return text == new.text ? nil : FieldChange(new.field, before: text, after: new.text)
    }
  }
}
