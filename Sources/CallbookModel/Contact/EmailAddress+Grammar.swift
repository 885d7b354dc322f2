/// The grammar of an address: RFC 5321, section 4.1.2, and RFC 5322, section 3.2.3, with the
/// letters of all scripts (RFC 6531, section 3.3).
extension EmailAddress {
  /// RFC 1035, section 2.3.4, in octets.
  private static let mostLabelOctets = 63

  static func folded(_ typed: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar {
      // The full stops that stand for a dot between labels: RFC 3490, section 3.1.
      case "。", "｡": folded.append(".")
      case "《", "〈": folded.append("<")
      case "》", "〉": folded.append(">")
      case "\u{A0}": folded.append(" ")
      default: folded.append(scalar.halfWidth)
      }
    }
    return String(folded)
  }

  /// Without spaces, brackets and `mailto:` (RFC 6068) around it.
  static func unwrapped(_ folded: String) -> Substring {
    var text = trimmed(folded[...])
    for (open, close) in [("<", ">"), ("(", ")"), ("[", "]")]
    where text.hasPrefix(open) && text.hasSuffix(close) {
      text = trimmed(text.dropFirst().dropLast())
    }
    let scheme = "mailto:"
    if text.prefix(scheme.count).lowercased() == scheme {
      text = trimmed(text.dropFirst(scheme.count).prefix { $0 != "?" })
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  static func isDotAtom(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.unicodeScalars.allSatisfy(isAtomText)
    }
  }

  private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/": true
    case "=", "?", "^", "_", "`", "{", "|", "}", "~": true
    default: isForeignLetter(scalar)
    }
  }

  /// A quoted string of printable ASCII; a backslash quotes what follows it.
  static func isQuoted(_ text: Substring) -> Bool {
    guard text.utf8.count >= 3, text.first == "\"", text.last == "\"" else { return false }
    var isEscaped = false
    for byte in text.utf8.dropFirst().dropLast() {
      guard 0x20...0x7E ~= byte else { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return !isEscaped
  }

  /// Two labels at least, the last one not a number: a host on the internet (RFC 5321, 2.3.5).
  static func isDomain(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else {
      return false
    }
    return !last.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard 1...mostLabelOctets ~= label.utf8.count, label.first != "-", label.last != "-" else {
      return false
    }
    return label.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-": true
      default: isForeignLetter(scalar)
      }
    }
  }

  private static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default:
      return false
    }
  }
}
