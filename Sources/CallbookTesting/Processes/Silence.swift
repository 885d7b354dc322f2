package import Testing

/// What a daemon may not tell about in its journal, its status and on stderr: the people of the tests.
///
/// Whatever any test's daemon said of itself is read here when that daemon is gone, so that every test
/// which starts one is also one for this.
package enum Silence {
  /// The daemon speaks English: what is not ASCII came from the register. Of the rest, the values that
  /// tests write into it.
  private static let personal = [
    "kanarienvogel", "Li Na", "Wang Wu", "example.com", "199 0000", "199-0000", "1990000",
  ]

  /// Fails the test when the text names somebody.
  package static func check(
    _ text: String, of source: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let found = personal.first(where: { text.contains($0) }) {
      Issue.record("\(source) names \(found): \(text)", sourceLocation: sourceLocation)
    } else if text.utf8.contains(where: { $0 > 0x7F }) {
      Issue.record("\(source) has a text of the register: \(text)", sourceLocation: sourceLocation)
    }
  }
}
