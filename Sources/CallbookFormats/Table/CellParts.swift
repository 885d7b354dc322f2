/// Several texts in one cell, and back, without a loss.
enum CellParts {
  /// Divides at any of `separators` that no backslash precedes; trims, takes backslashes off.
  ///
  /// A backslash before anything else stays: people write `C:\x`.
  static func split(_ text: String, at separators: Set<Unicode.Scalar>) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
        if scalar == "n" {
          part.append("\n")
        } else {
          if scalar != "\\", !separators.contains(scalar) { part.append("\\") }
          part.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else if separators.contains(scalar) {
        parts.append(CellText.trimmed(String(part)))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    if isEscaped { part.append("\\") }
    parts.append(CellText.trimmed(String(part)))
    return parts
  }

  static func joined(
    _ parts: [String], by text: String, at separators: Set<Unicode.Scalar>
  ) -> String {
    parts.map { escaped($0, separators) }.joined(separator: text)
  }

  private static func escaped(_ part: String, _ separators: Set<Unicode.Scalar>) -> String {
    var output = String.UnicodeScalarView()
    for scalar in part.unicodeScalars {
      if scalar == "\n" {
        output.append(contentsOf: "\\n".unicodeScalars)
        continue
      }
      if scalar == "\\" || separators.contains(scalar) { output.append("\\") }
      output.append(scalar)
    }
    return String(output)
  }

  static let tagSeparators: Set<Unicode.Scalar> = [";", "；", ",", "，", "、", "\n"]
  static let fieldSeparators: Set<Unicode.Scalar> = ["|"]
}
