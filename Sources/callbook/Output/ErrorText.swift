import CallbookModel

/// A failure as a person reads it: what, where, and what to type.
enum ErrorText {
  /// - Parameter name: how what a JSON Pointer points at was typed, such as `--if-rev`.
  static func lines(
    _ error: CallbookError, _ texts: Texts, naming name: (String) -> String
  ) -> [String] {
    var lines = ["callbook: \(Layout.cell(texts.sentence(error)))"]
    for violation in error.violations {
      let place = name(violation.pointer)
      lines.append(
        "  \(Layout.cell(place.isEmpty ? violation.message : "\(place) \(violation.message)"))")
    }
    for more in [texts.original(error), texts.unknownCommit(error)] {
      if let more { lines.append("  \(Layout.cell(more))") }
    }
    if let hint = error.hint { lines.append("  \(Layout.cell(texts.hint(hint)))") }
    return lines
  }
}
