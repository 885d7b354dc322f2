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

  package init<Kind: Identified>(_ id: Identifier<Kind>) {
    self.init(kind: Kind.noun, number: id.number)
  }
}

extension Subject: LosslessStringConvertible {
  /// Kinds whose things are named by a letter and a number.
  private static var lettered: [any Identified.Type] {
    [
      Appointment.self, Batch.self, BookingOff.self, CancelRequest.self, Contact.self,
      Callback.self, CallbackForm.self, Review.self, Reminder.self, Series.self,
    ]
  }

  /// `c12`; the kind alone for what there is one of.
  package var description: String {
    if number == 0 { return kind }
    guard let named = Self.lettered.first(where: { $0.noun == kind }) else {
      return "\(kind) \(number)"
    }
    return "\(named.idLetter)\(number)"
  }

  /// Reads `c12`, also `C12`.
  package init?(_ text: String) {
    guard let letter = text.lowercased().unicodeScalars.first,
      let named = Self.lettered.first(where: { $0.idLetter == letter }),
      let number = Int64(text.dropFirst()), number > 0,
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(kind: named.noun, number: number)
  }
}

extension Subject: TextCoded {
  package static var notRead: String { "is not an id; one looks like c12, v5 or r7" }
}
