/// Something that changes and that reminders are about, by its kind and number.
package struct Subject: Sendable, Hashable {
  /// `contact`, `staff`, `shop`: as the ledger names it.
  package let kind: String
  /// 0 for what there is one of.
  package let number: Int64

  package init(kind: String, number: Int64) {
    self.kind = kind
    self.number = number
  }
}
