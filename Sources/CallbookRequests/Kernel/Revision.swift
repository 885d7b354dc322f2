import CallbookModel

/// What a change answers when there is nothing else to say.
package struct Revision: Codable, Sendable, Equatable {
  /// The revision that the thing has now; the old one when nothing differed.
  package let rev: Int64

  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(
    _ wanted: Int64?, against current: Int64, of thing: String
  ) throws(CallbookError) {
    guard let wanted, wanted != current else { return }
    throw CallbookError(
      .revisionConflict, "\(thing) was changed meanwhile: it has revision \(current)",
      hint: "callbook contact get \(thing)", details: ["rev": .number(Int(current))])
  }
}
