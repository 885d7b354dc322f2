import CallbookModel

/// A day as it was typed.
enum GivenDay {
  /// - Returns: nil when none was typed.
  static func read(_ run: Run, _ name: String) throws(CallbookError) -> CalendarDate? {
    guard let text = run.given.text(name) else { return nil }
    guard let date = CalendarDate(text) else {
      throw CallbookError(.usage, run.texts.noDay)
    }
    return date
  }
}
