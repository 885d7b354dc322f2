/// A field that an admin defined beside those that every contact or callback form has (DOMAIN C9).
package struct CustomField: Codable, Sendable, Equatable {
  /// What it is a field of.
  package enum Subject: String, Codable, Sendable, CaseIterable {
    case contact, form
  }

  package enum ValueType: String, Codable, Sendable, CaseIterable {
    case text
    /// Decimal: ``DecimalNumber``.
    case number
    case date
    /// One of a list of words.
    case choice
    /// Yes or no.
    case flag
  }

  package enum State: String, Codable, Sendable, CaseIterable {
    case active = "in_use"
    /// Takes no new values; those that there are can still be read and cleared.
    case retired
  }

  /// A short ASCII word, by which programs and files know it; the same for contacts and forms.
  package let key: String
  /// What people call it.
  package var label: String
  package let subject: Subject
  /// Stays for life: values that there are were read by it.
  package let type: ValueType
  /// Of a choice, the words in their order; they only ever become more.
  package var choices: [String]
  /// Whether adding, and changing any of these fields, demands a value; rows without one stay valid.
  package var isRequired: Bool
  /// Where it stands among the fields of its subject, from 1; two may share a place.
  package var place: Int
  package var state: State
  package var rev: Int64
  package let createdAt: Instant

  package init(
    key: String, label: String, subject: Subject, type: ValueType, choices: [String] = [],
    isRequired: Bool = false, place: Int, state: State = .active, rev: Int64 = 1, createdAt: Instant
  ) {
    self.key = key
    self.label = label
    self.subject = subject
    self.type = type
    self.choices = choices
    self.isRequired = isRequired
    self.place = place
    self.state = state
    self.rev = rev
    self.createdAt = createdAt
  }

  private enum CodingKeys: String, CodingKey {
    case key, label, subject, type, choices
    case isRequired = "required"
    case place, state, rev
    case createdAt = "created_at"
  }
}

extension CustomField {
  /// What is wrong with the definition, at the names of its parameters; empty when nothing is.
  package var violations: [Violation] {
    var found: [Violation] = []
    if !Self.isKey(key) {
      found.append(
        Violation(
          "/field", "is a lower-case letter, then letters, digits and _: such as licence_no"))
    }
    if !Self.isWord(label) {
      found.append(Violation("/label", "must have visible characters and no line breaks"))
    }
    if type == .choice, choices.isEmpty {
      found.append(Violation("/choices", "a choice needs at least one"))
    }
    if type != .choice, !choices.isEmpty {
      found.append(Violation("/choices", "only a field of the type choice has choices"))
    }
    for (place, choice) in choices.enumerated() {
      let folded = TextFolding.fold(choice)
      if !Self.isWord(choice) || choice.unicodeScalars.count > 100 {
        found.append(
          Violation("/choices/\(place)", "must have 1 to 100 characters and no line breaks"))
      } else if choices[..<place].contains(where: { TextFolding.fold($0) == folded }) {
        found.append(Violation("/choices/\(place)", "stands in the list already"))
      }
    }
    return found
  }

  package static func isKey(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, (0x61...0x7A).contains(first) else { return false }
    return bytes.count <= 32
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// Control characters stand between choices in the store, and end lines in files.
  private static func isWord(_ text: String) -> Bool {
    TextFolding.trimmed(text) == text && !TextFolding.fold(text).isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
