/// Makes text from outside safe to print: nothing in it moves the cursor, turns the reading direction
/// or hides.
package enum VisibleText {
  /// Control characters as their pictures (`␛`), bidi controls and characters without a shape as
  /// `\u{202E}`. Joiners stay where scripts and emoji need them.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let before = place > 0 ? scalars[place - 1] : nil
      let after = place + 1 < scalars.count ? scalars[place + 1] : nil
      shown.append(contentsOf: picture(of: scalar, before: before, after: after))
    }
    return String(shown)
  }

  private static func picture(
    of scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0..<0x20: String.UnicodeScalarView([controlPicture(scalar.value)])
    case 0x7F: "␡".unicodeScalars
    case _ where isHidden(scalar, before: before, after: after):
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
    default: String.UnicodeScalarView([scalar])
    }
  }

  private static func controlPicture(_ control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control) ?? "␀"
  }

  private static func isHidden(
    _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB:
      true
    case 0x200C: !isLetter(before) || !isLetter(after)
    case 0x200D: !(isLetter(before) && isLetter(after)) && !(isEmoji(before) && isEmoji(after))
    // Tags spell the flags of England, Scotland and Wales; elsewhere they hide text.
    case 0xE0000...0xE007F: before.map { $0.value != 0x1F3F4 && !isTag($0) } ?? true
    default: false
    }
  }

  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    0xE0020...0xE007F ~= scalar.value
  }

  /// A letter or mark of a script that joins; Latin letters need no joiner.
  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value >= 0x600 else { return false }
    switch scalar.properties.generalCategory {
    case .otherLetter, .nonspacingMark, .spacingMark: return !scalar.properties.isIdeographic
    default: return false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value > 0xFF else { return false }
    return scalar.properties.isEmoji || scalar.value == 0xFE0F
  }
}
