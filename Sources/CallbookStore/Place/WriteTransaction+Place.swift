package import CallbookModel

extension WriteTransaction {
  package func insert(_ place: Place) throws(CallbookError) {
    let number = ids.takePlace()
    try sql.execute(
      """
      INSERT INTO place (id, name, title, capacity, state, rev, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(number)
      row.bind(place.name.text)
      row.bind(place.title)
      row.bind(Int64(place.capacity))
      row.bind(place.state)
      row.bind(place.rev)
      row.bind(place.createdAt)
    }
    try record("place.added", .place(number), place.changes(since: nil))
  }

  /// Writes what differs between two states of a place.
  package func save(
    _ new: Place, over old: Place, event: String
  ) throws(CallbookError) -> Place {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var place = new
    place.rev = old.rev + 1
    try sql.execute(
      "UPDATE place SET title = ?, capacity = ?, state = ?, rev = ? WHERE name = ?"
    ) { row in
      row.bind(place.title)
      row.bind(Int64(place.capacity))
      row.bind(place.state)
      row.bind(place.rev)
      row.bind(place.name.text)
    }
    let number = try sql.first(
      "SELECT id FROM place WHERE name = ?", { $0.bind(place.name.text) }, { $0.integer(0) })
    try record(event, .place(number ?? 0), changes)
    return place
  }
}

extension Place {
  fileprivate func changes(since old: Place?) -> [FieldChange] {
    [
      ("name", old?.name.text, name.text), ("title", old?.title, title),
      ("capacity", old.map { "\($0.capacity)" }, "\(capacity)"),
      ("state", old?.state.rawValue, state.rawValue),
    ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, before: $0.1, after: $0.2) }
  }
}
