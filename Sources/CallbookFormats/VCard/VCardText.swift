/// Text within a card's values (RFC 6350, section 3.4).
enum VCardText {
  /// Takes the escapes off; a backslash before anything else stays.
  static func unescaped(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var output = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { output.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n", "N": output.append("\n")
      case "\\", ",", ";", ":": output.append(scalar)
      default:
        output.append("\\")
        output.append(scalar)
      }
    }
    if isEscaped { output.append("\\") }
    return String(output)
  }

  static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    // A bare CR would end the line for some readers.
    for scalar in CellText.withLineFeeds(text).unicodeScalars {
      switch scalar {
      case "\n": output.append(contentsOf: "\\n".unicodeScalars)
      case "\\", ",", ";":
        output.append("\\")
        output.append(scalar)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// The parts of a structured value or a list, each without its escapes.
  static func parts(_ text: String, at separator: Unicode.Scalar) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == separator, !isEscaped {
        parts.append(unescaped(String(part)))
        part = String.UnicodeScalarView()
        continue
      }
      part.append(scalar)
      isEscaped = scalar == "\\" && !isEscaped
    }
    parts.append(unescaped(String(part)))
    return parts
  }
}
