package import CallbookModel

/// An interaction that is to be recorded.
package struct InteractionDraft: Sendable {
  package let contact: ContactID
  package let kind: Interaction.Kind
  /// nil for notes, and for nothing else.
  package let direction: Interaction.Direction?
  /// Whether the contact was reached in earnest.
  package let isReached: Bool
  /// When it happened.
  package let at: Instant
  /// The user name of whoever of the staff it was.
  package let user: String?
  package var point: PointID?
  package var summary: String?
  package var source: Interaction.Source?

  package init(
    of contact: ContactID, _ kind: Interaction.Kind, _ direction: Interaction.Direction?,
    isReached: Bool, at: Instant, by user: String?, point: PointID? = nil, summary: String? = nil,
    source: Interaction.Source? = nil
  ) {
    self.contact = contact
    self.kind = kind
    self.direction = direction
    self.isReached = isReached
    self.at = at
    self.user = user
    self.point = point
    self.summary = summary
    self.source = source
  }
}

extension WriteTransaction {
  /// Records that the shop and a contact had to do with each other: the one call for whatever brings
  /// an interaction. What came of the same source and occurrence is recorded once.
  ///
  /// Whether the contact's next review counts from it is another matter: `noteRealContact`.
  ///
  /// - Returns: the one that is new, or was known.
  /// - Throws: `NOT_FOUND`.
  @discardableResult
  package func noteInteraction(
    _ draft: InteractionDraft
  ) throws(CallbookError) -> InteractionID {
    if let source = draft.source, let known = try interaction(from: source) { return known }
    guard let contact = try survivor(of: draft.contact) else { throw .noContact(draft.contact) }
    let interaction = Interaction(
      id: ids.take(), contact: contact, kind: draft.kind, direction: draft.direction,
      isReached: draft.isReached, at: draft.at, user: draft.user,
      point: try draft.point.map { point throws(CallbookError) in try currentPoint(point) },
      summary: draft.summary, source: draft.source, createdAt: at)
    try insert(interaction)
    var changes = interaction.changes(since: nil)
    // The entry of its source has the words.
    if draft.source != nil { changes.removeAll { $0.field == "summary" } }
    try record("interaction.added", .interaction(interaction.id), changes)
    return interaction.id
  }

  private func interaction(
    from source: Interaction.Source
  ) throws(CallbookError) -> InteractionID? {
    try sql.first(
      "SELECT id FROM interaction WHERE source_kind = ? AND source = ? AND occurrence = ?",
      { row in
        row.bind(source.subject.kind)
        row.bind(source.subject.number)
        row.bind(source.occurrence)
      }, { $0.identifier(0) })
  }

  private func insert(_ interaction: Interaction) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO interaction (id, rev, contact, kind, direction, reached, happened_at, by, point,
        summary, source_kind, source, occurrence, outcome, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(interaction.id)
      row.bind(interaction.rev)
      row.bind(interaction.contact)
      row.bind(interaction.kind)
      row.bind(interaction.direction?.rawValue)
      row.bind(interaction.isReached)
      row.bind(interaction.at)
      row.bind(interaction.user)
      row.bind(interaction.point)
      row.bind(interaction.summary)
      row.bind(interaction.source?.subject.kind)
      row.bind(interaction.source?.subject.number)
      row.bind(interaction.source?.occurrence)
      row.bind(interaction.source?.outcome)
      row.bind(interaction.createdAt)
    }
  }

  /// Writes what differs between two states of an interaction. One that is retracted does not say any
  /// more that the contact was reached.
  ///
  /// - Returns: the interaction with its new revision; the old one when nothing differs.
  package func save(
    _ new: Interaction, over old: Interaction, event: String
  ) throws(CallbookError) -> Interaction {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    try sql.execute(
      """
      UPDATE interaction SET rev = ?, direction = ?, summary = ?, retracted_at = ?,
        retracted_by = (SELECT id FROM staff WHERE user = ?), retract_reason = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(old.rev + 1)
      row.bind(new.direction?.rawValue)
      row.bind(new.summary)
      row.bind(new.retraction?.at)
      row.bind(new.retraction?.user)
      row.bind(new.retraction?.reason)
      row.bind(new.id)
    }
    try record(event, .interaction(new.id), changes)
    if old.retraction == nil, new.retraction != nil, new.isReached { try unreach(by: new) }
    return try interaction(new.id)
  }
}

extension Interaction: RecordedFields {
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("contact", contact.description), ("kind", kind.rawValue), ("direction", direction?.rawValue),
      ("reached", isReached ? "true" : nil), ("at", at.description), ("user", user),
      ("point", point?.description), ("summary", summary),
      ("source", source.map { "\($0.subject) \($0.occurrence)" }), ("outcome", source?.outcome),
      ("reason", retraction?.reason),
    ]
  }
}
