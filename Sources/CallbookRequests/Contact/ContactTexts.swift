import CallbookModel

/// Rules for a contact's texts that go beyond their lengths.
enum ContactTexts {
  static func check(name: String?, tags: [String]) throws(CallbookError) {
    var violations: [Violation] = []
    if let name, TextFolding.trimmed(name).isEmpty {
      violations.append(Violation("/name", "must not be blank"))
    }
    for (place, tag) in tags.enumerated() {
      if !isTag(tag) {
        violations.append(Violation("/tags/\(place)", "must have 1 to 50 visible characters"))
      }
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the contact's texts are wrong", violations: violations)
    }
  }

  /// Control characters stand between tags in the store.
  static func isTag(_ text: String) -> Bool {
    (1...50).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
  }

  /// The tags without repetitions, in order.
  static func unique(_ tags: [String]) -> [String] { Set(tags).sorted() }
}
