package import CallbookModel

/// Which interactions a list is of. Every condition that is given must hold.
package struct InteractionFilter: Sendable {
  package let contact: ContactID
  package var kind: Interaction.Kind?
  /// Whether those that were a slip are among them.
  package var hasRetracted = false

  /// - Parameter contact: a live one; what became part of it is meant, too.
  package init(of contact: ContactID) {
    self.contact = contact
  }
}

/// A place in a list of interactions: when the one before happened, and its number.
package struct InteractionPlace: Sendable, Equatable, LosslessStringConvertible {
  package let at: Instant
  package let id: InteractionID

  package init(after interaction: Interaction) {
    at = interaction.at
    id = interaction.id
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":")
    guard parts.count == 2, let at = Int64(parts[0]), let id = InteractionID(parts[1]) else {
      return nil
    }
    self.at = Instant(millisecondsSince1970: at)
    self.id = id
  }

  package var description: String { "\(at.millisecondsSince1970):\(id)" }
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  package func interaction(_ id: InteractionID) throws(CallbookError) -> Interaction {
    let found = try sql.all(
      sql.prepare(composed: "\(Interaction.selection) WHERE i.id = ?"), { $0.bind(id) },
      { row throws(CallbookError) in try Interaction(row) })
    guard let found = found.first else {
      throw CallbookError(
        .notFound, "there is no interaction \(id)", hint: "callbook interaction list CONTACT")
    }
    return try current(found)
  }

  /// The newest first.
  package func interactions(
    _ filter: InteractionFilter, after: InteractionPlace?, limit: Int
  ) throws(CallbookError) -> [Interaction] {
    let statement = try sql.prepare(
      composed: """
        WITH RECURSIVE part (id) AS (
          SELECT ?1 UNION SELECT c.id FROM contact c JOIN part ON c.merged_into = part.id)
        \(Interaction.selection)
        WHERE i.contact IN (SELECT id FROM part) AND (i.kind = ?2 OR ?2 IS NULL)
          AND (i.retracted_at IS NULL OR ?3) AND (i.happened_at, i.id) < (?4, ?5)
        ORDER BY i.happened_at DESC, i.id DESC LIMIT ?6
        """)
    let found = try sql.all(
      statement,
      { row in
        row.bind(filter.contact)
        row.bind(filter.kind?.rawValue)
        row.bind(filter.hasRetracted)
        row.bind(after?.at ?? Instant(millisecondsSince1970: .max))
        row.bind(after?.id.number ?? Int64.max)
        row.bind(Int64(limit))
      }, { row throws(CallbookError) in try Interaction(row) })
    // The statement is done before another is asked: they are shared.
    var all: [Interaction] = []
    for interaction in found { all.append(try current(interaction)) }
    return all
  }

  /// With the contact and the point that it is of now, should its own have become part of others.
  private func current(_ interaction: Interaction) throws(CallbookError) -> Interaction {
    let contact = try survivor(of: interaction.contact) ?? interaction.contact
    guard contact != interaction.contact else { return interaction }
    var current = Interaction(
      id: interaction.id, rev: interaction.rev, contact: contact, kind: interaction.kind,
      direction: interaction.direction, isReached: interaction.isReached, at: interaction.at,
      user: interaction.user,
      point: try interaction.point.map { point throws(CallbookError) in try currentPoint(point) },
      summary: interaction.summary, source: interaction.source, createdAt: interaction.createdAt,
      retraction: interaction.retraction)
    current.owner = try owner(of: contact)
    return current
  }

  /// What happened to the interactions of a contact itself, newest first.
  func interactionHistory(
    of contact: ContactID, before seq: Int64, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE seq < ? AND kind = 'interaction'
        AND subject IN (SELECT id FROM interaction WHERE contact = ? AND source IS NULL)
      ORDER BY seq DESC LIMIT ?
      """,
      { row in
        row.bind(seq)
        row.bind(contact)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }
}

extension Interaction {
  /// The columns that ``init(_:)`` reads. What a callback's form says of the problem is read there:
  /// it may have been amended.
  fileprivate static let selection = """
    SELECT i.id, i.rev, i.contact, i.kind, i.direction, i.reached, i.happened_at, b.user, i.point,
      coalesce(i.summary, CASE WHEN i.source_kind = 'callback' AND i.outcome = 'reached' THEN (
        SELECT v.problem FROM form f JOIN form_version v ON v.form = f.id AND v.version = f.version
        WHERE f.callback = i.source) END),
      i.source_kind, i.source, i.occurrence, i.outcome, i.created_at, i.retracted_at, r.user,
      i.retract_reason, o.user
    FROM interaction i
      JOIN contact c ON c.id = i.contact
      LEFT JOIN staff o ON o.id = c.owner
      LEFT JOIN staff b ON b.id = i.by
      LEFT JOIN staff r ON r.id = i.retracted_by
    """

  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    var source: Source?
    if !row.isNull(11) {
      source = Source(
        Subject(kind: row.text(10), number: row.integer(11)), row.text(12),
        outcome: row.textOrNil(13))
    }
    var retraction: Retraction?
    if !row.isNull(15) {
      retraction = Retraction(
        at: row.instant(15), user: row.textOrNil(16), reason: row.textOrNil(17))
    }
    self.init(
      id: row.identifier(0), rev: row.integer(1), contact: row.identifier(2),
      kind: try row.word(3), direction: row.isNull(4) ? nil : try row.word(4),
      isReached: row.boolean(5), at: row.instant(6), user: row.textOrNil(7),
      point: row.identifierOrNil(8), summary: row.textOrNil(9), source: source,
      createdAt: row.instant(14), retraction: retraction)
    owner = row.textOrNil(18)
  }
}
