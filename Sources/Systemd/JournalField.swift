/// One field of a journal entry: systemd.journal-fields(7).
package struct JournalField: Sendable, Equatable {
  package let name: Name
  package let value: String

  package init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// A capital letter, then capitals, digits and underscores; at most 64. The journal drops other
  /// names without a word.
  package struct Name: Sendable, Hashable {
    package let text: String

    package init?(_ text: String) {
      guard Self.isValid(text) else { return nil }
      self.text = text
    }

    private static func isValid(_ text: String) -> Bool {
      guard 1...64 ~= text.utf8.count, let first = text.utf8.first else { return false }
      return isCapital(first)
        && text.utf8.allSatisfy { isCapital($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
  }
}

extension JournalField.Name: ExpressibleByStringLiteral {
  /// A literal is the program's own text: a wrong one ends the first run that meets it.
  package init(stringLiteral text: String) {
    precondition(Self.isValid(text), "a journal field is named [A-Z][A-Z0-9_]*")
    self.text = text
  }
}
