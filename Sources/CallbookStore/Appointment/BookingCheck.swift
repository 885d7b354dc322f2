package import CallbookModel

/// One rule that a booking has to keep: looked at in the transaction that books.
package struct BookingCheck: Sendable {
  /// Who may book against it, with a reason.
  package enum Firmness: Sendable {
    /// Whoever may book.
    case soft
    /// A manager.
    case hard
    /// Nobody.
    case absolute
  }

  package typealias Refusal =
    @Sendable (BookingDraft, ReadTransaction, BookingRules) throws(CallbookError)
    -> BookingRefusal?

  /// As the ledger names it when somebody booked against it.
  package let name: String
  package let firmness: Firmness
  package let refusal: Refusal

  init(_ name: String, _ firmness: Firmness, _ refusal: @escaping Refusal) {
    self.name = name
    self.firmness = firmness
    self.refusal = refusal
  }
}
