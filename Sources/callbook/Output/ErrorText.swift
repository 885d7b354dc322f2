import CallbookModel

/// A failure as a person reads it: what, where, and what to type.
enum ErrorText {
  /// - Parameter name: how what a JSON Pointer points at was typed, such as `--if-rev`.
  static func lines(_ error: CallbookError, naming name: (String) -> String) -> [String] {
    var lines = ["callbook: \(Layout.cell(error.message))"]
    for violation in error.violations {
      let place = name(violation.pointer)
      lines.append(
        "  \(Layout.cell(place.isEmpty ? violation.message : "\(place) \(violation.message)"))")
    }
    if let hint = error.hint { lines.append("  try: \(Layout.cell(hint))") }
    return lines
  }
}
