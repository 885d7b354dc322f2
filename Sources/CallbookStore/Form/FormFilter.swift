package import CallbookModel

/// Which forms a list is of. Every condition that is given must hold.
package struct FormFilter: Sendable {
  package var contact: ContactID?
  package var `operator`: String?
  /// Such as `2026-05`.
  package var month: String?
  package var runningState: FormAnswers.RunningState?
  /// Only with a satisfaction of at most this.
  package var mostSatisfaction: Int64?
  /// Each of them has this value, but for case and width.
  package var fields = CustomFieldValues()
  package var batch: BatchID?
  /// Only those without a conclusion.
  package var isOpen = false
  /// Only what an agent may see: entered by them, or of a contact of theirs.
  package var visibleTo: String?

  package init() {}
}

extension ReadTransaction {
  /// The forms of a batch in their order, as they were handed over; or those that were amended since, as
  /// they are now.
  ///
  /// - Parameter isOpen: only those without a conclusion.
  package func forms(
    of batch: BatchID, amended isAmended: Bool, isOpen: Bool, after: FormID?, limit: Int
  ) throws(CallbookError) -> [CallbackForm] {
    let version =
      isAmended
      ? "v.version = f.version AND f.version > f.handed_version" : "v.version = f.handed_version"
    let statement = try sql.prepare(
      composed: """
        \(Self.formRows) WHERE f.batch = ? AND f.id > ? AND \(version)
          \(isOpen ? "AND fc.form IS NULL" : "") ORDER BY f.id LIMIT ?
        """)
    return try forms(statement) { row in
      row.bind(batch)
      row.bind(after?.number ?? 0)
      row.bind(Int64(limit))
    }
  }

  /// Forms as their newest versions say, the newest form first.
  package func forms(
    _ filter: FormFilter, after: FormID?, limit: Int
  ) throws(CallbookError) -> [CallbackForm] {
    var conditions = ["v.version = f.version"]
    var values: [String] = []
    func require(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      values.append(value)
    }
    require("k.contact = CAST(? AS INTEGER)", filter.contact.map { String($0.number) })
    require("op.user = ?", filter.operator)
    require("f.month = ?", filter.month)
    require("v.running_state = ?", filter.runningState?.rawValue)
    require("v.satisfaction <= CAST(? AS INTEGER)", filter.mostSatisfaction.map { String($0) })
    require("f.batch = CAST(? AS INTEGER)", filter.batch.map { String($0.number) })
    for entry in filter.fields.entries {
      conditions.append(Self.hasFieldValue)
      values += [TextFolding.fold(entry.value.storedText), entry.key]
    }
    if filter.isOpen { conditions.append("fc.form IS NULL") }
    require("f.id < CAST(? AS INTEGER)", after.map { String($0.number) })
    if let user = filter.visibleTo {
      conditions.append("(op.user = ? OR w.user = ?)")
      values += [user, user]
    }
    let statement = try sql.prepare(
      composed: """
        \(Self.formRows) WHERE \(conditions.joined(separator: " AND ")) ORDER BY f.id DESC LIMIT ?
        """)
    return try forms(statement) { row in
      for value in values { row.bind(value) }
      row.bind(Int64(limit))
    }
  }

  private static let hasFieldValue = """
    EXISTS (SELECT 1 FROM form_field ff
      WHERE ff.folded = ? AND ff.field = (SELECT id FROM custom_field WHERE key = ?)
        AND ff.form = f.id AND ff.version = f.version)
    """
}
