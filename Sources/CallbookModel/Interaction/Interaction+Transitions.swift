/// What may become of an interaction: see ``Interaction``.
extension Interaction {
  /// How far ahead of the daemon's clock whoever enters it may be; later is a slip of the year or day.
  package static let toleranceMilliseconds: Int64 = 5 * 60_000
  /// Longer ago than anybody at the shop remembers it is a slip of the year.
  package static let mostYears = 10

  /// Says it in other words.
  ///
  /// - Throws: `WRONG_STATE`, `INVALID_PARAMS` for a direction that does not fit its kind.
  package mutating func edit(
    summary: String?, direction: Direction?
  ) throws(CallbookError) {
    try requireByHand("edited")
    if let direction {
      let violations = Self.violations(kind, direction)
      guard violations.isEmpty else {
        throw CallbookError(
          .invalidParams, "the direction does not fit what it was", violations: violations)
      }
      self.direction = direction
    }
    self.summary = summary ?? self.summary
  }

  /// It never happened so.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func retract(_ retraction: Retraction) throws(CallbookError) {
    try requireByHand("retracted")
    self.retraction = retraction
  }

  /// What a direction has to do with a kind.
  package static func violations(_ kind: Kind, _ direction: Direction?) -> [Violation] {
    if kind == .note, direction != nil {
      return [Violation("/direction", "cannot be: a note is between nobody")]
    }
    guard kind != .note, direction == nil else { return [] }
    return [Violation("/direction", "is required with \(kind.rawValue): in or out")]
  }

  private func requireByHand(_ verb: String) throws(CallbookError) {
    if let source {
      throw CallbookError(
        .wrongState,
        "\(id) came of \(source.subject) by itself and cannot be \(verb)",
        hint: "callbook \(source.subject.kind) get \(source.subject)",
        details: ["source": .text(source.subject.description)])
    }
    guard retraction == nil else {
      throw CallbookError(
        .wrongState, "\(id) was retracted and cannot be \(verb)",
        hint: "callbook interaction get \(id)", details: ["state": .text("retracted")])
    }
  }
}
