internal import CallbookModel

/// The one byte by which the name index compares a character: a letter, a digit, or how an ideograph
/// is read.
///
/// Codes stand in the order of the alphabet, so that "any syllable that begins with `xi`" is a range
/// of them, and a search is a comparison of bytes with ranges. There are more syllables than codes:
/// rare neighbours share one, and `SearchElement` looks at the character to tell them apart.
enum SearchCode {
  static let rowEnd: UInt8 = 0
  static let fieldEnd: UInt8 = 1
  private static let letters: UInt8 = 2
  private static let digits = letters + 26
  private static let others = digits + 10
  /// From here on stand, letter by letter, the code of Latin words that begin with the letter and
  /// those of its syllables: whatever an initial may stand for is one range.
  private static let alphabet = others + 16

  /// A Latin letter behind another one.
  static func letter(_ letter: UInt8) -> UInt8 { letters + letter - UInt8(ascii: "a") }

  /// The first letter of a Latin word.
  static func wordInitial(_ letter: UInt8) -> UInt8 {
    wordInitials[Int(letter - UInt8(ascii: "a"))]
  }

  static func isInsideWord(_ code: UInt8) -> Bool { letters..<digits ~= code }

  /// Whether no other character has the code.
  static func tellsCharacter(_ code: UInt8) -> Bool {
    code < others || wordInitials.contains(code)
  }

  static func digit(_ digit: UInt8) -> UInt8 { digits + digit - UInt8(ascii: "0") }

  /// Characters without a reading are told apart by their last four bits, then by the character.
  static func other(_ unit: UInt16) -> UInt8 { others + UInt8(unit & 15) }

  static func syllable(_ syllable: PinyinSyllable) -> UInt8 { syllableCodes[syllable.number] }

  /// Whether every syllable with one of these codes lies in the range of syllables.
  static func tellsApart(_ range: ClosedRange<Int>) -> Bool {
    let codes = syllableCodes
    let sharesFirst =
      range.lowerBound > 0 && codes[range.lowerBound - 1] == codes[range.lowerBound]
    let sharesLast =
      range.upperBound + 1 < codes.count && codes[range.upperBound + 1] == codes[range.upperBound]
    return !sharesFirst && !sharesLast
  }

  /// By number of syllable.
  private static let syllableCodes = assignment.syllables
  /// By letter of the alphabet.
  private static let wordInitials = assignment.wordInitials

  private static let assignment: (wordInitials: [UInt8], syllables: [UInt8]) = {
    let groups = SyllableGroups(limit: 256 - Int(alphabet) - 26)
    var wordInitials: [UInt8] = []
    var syllables = [UInt8](repeating: 0, count: PinyinSyllable.all.count)
    var next = alphabet
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      wordInitials.append(next)
      for group in groups.groups(startingWith: letter) {
        next += 1
        for syllable in group { syllables[syllable] = next }
      }
      next &+= 1
    }
    return (wordInitials, syllables)
  }()
}
