/// What stands in a custom field, in the form that it has on the wire: a text, which also a date and a
/// choice are, a number, or true and false.
package enum CustomFieldValue: Hashable, Sendable {
  case text(String)
  case number(DecimalNumber)
  case flag(Bool)

  /// As the store and the ledger keep it, and as files have it.
  package var storedText: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension CustomField {
  /// Whether a value suits the field, and what it then is.
  package enum Reading: Equatable, Sendable {
    case value(CustomFieldValue)
    /// What is wrong with it, without the value.
    case complaint(String)
  }

  package static let mostCharacters = 500

  /// Reads a value as somebody gave it; all types can be given as text, as people type them.
  package func read(_ given: CustomFieldValue) -> Reading {
    switch (type, given) {
    case (.text, .text(let text)): readText(text)
    case (.text, _): .complaint("is a text: write it in quotes")
    case (.number, .number): .value(given)
    case (.number, .text(let text)):
      DecimalNumber(text).map { .value(.number($0)) } ?? .complaint(Self.notNumber)
    case (.number, .flag): .complaint(Self.notNumber)
    case (.date, .text(let text)):
      CalendarDate(TextFolding.trimmed(text)).map { .value(.text($0.description)) }
        ?? .complaint(CalendarDate.notRead)
    case (.date, _): .complaint(CalendarDate.notRead)
    case (.choice, .text(let text)): readChoice(text)
    case (.choice, _): .complaint("must be one of \(choices.joined(separator: ", "))")
    case (.flag, .flag): .value(given)
    case (.flag, .text(let text)): readFlag(text)
    case (.flag, .number): .complaint(Self.notFlag)
    }
  }

  /// A value as the store keeps it; nil when it was written by another type.
  package func value(stored text: String) -> CustomFieldValue? {
    switch type {
    case .text, .date, .choice: .text(text)
    case .number: DecimalNumber(text).map { .number($0) }
    case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
    }
  }

  private static let notNumber = "must be a number of at most 15 digits, such as 12.5"
  private static let notFlag = "must be true or false"

  private func readText(_ text: String) -> Reading {
    let trimmed = TextFolding.trimmed(text.replacing("\r\n", with: "\n"))
    let count = trimmed.unicodeScalars.count
    guard count <= Self.mostCharacters else {
      return .complaint("has \(count) characters; at most \(Self.mostCharacters) are allowed")
    }
    let isVisible = trimmed.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    guard isVisible else { return .complaint("must not hold control characters") }
    guard !TextFolding.fold(trimmed).isEmpty else {
      return .complaint("must not be blank; null clears it")
    }
    return .value(.text(trimmed))
  }

  private func readChoice(_ text: String) -> Reading {
    let folded = TextFolding.fold(text)
    guard let choice = choices.first(where: { TextFolding.fold($0) == folded }) else {
      return .complaint("must be one of \(choices.joined(separator: ", "))")
    }
    return .value(.text(choice))
  }

  private func readFlag(_ text: String) -> Reading {
    switch TextFolding.fold(text) {
    case "true", "yes", "是": .value(.flag(true))
    case "false", "no", "否": .value(.flag(false))
    default: .complaint(Self.notFlag)
    }
  }
}
