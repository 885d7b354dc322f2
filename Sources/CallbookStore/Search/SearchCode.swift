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
  private static let digits = letters + 52
  private static let others = digits + 10
  static let syllables = others + 16

  /// - Parameter startsWord: first letters have a code of their own, for initials of Latin names.
  static func letter(_ letter: UInt8, startsWord: Bool) -> UInt8 {
    letters + 2 * (letter - UInt8(ascii: "a")) + (startsWord ? 1 : 0)
  }

  /// Whether it is a Latin letter behind another one.
  static func isInsideWord(_ code: UInt8) -> Bool {
    letters..<digits ~= code && (code - letters).isMultiple(of: 2)
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
  private static let syllableCodes: [UInt8] = {
    let initials = PinyinSyllable.spellings.map { $0.utf8.first }
    var groups = ideographsBySyllable().enumerated().map {
      (syllables: [$0.offset], ideographs: $0.element)
    }
    while groups.count > 256 - Int(syllables) {
      let pairs = groups.indices.dropLast().filter {
        initials[groups[$0].syllables[0]] == initials[groups[$0 + 1].syllables[0]]
      }
      let rarest = pairs.min {
        groups[$0].ideographs + groups[$0 + 1].ideographs
          < groups[$1].ideographs + groups[$1 + 1].ideographs
      }
      guard let rarest else { break }
      let next = groups.remove(at: rarest + 1)
      groups[rarest].syllables += next.syllables
      groups[rarest].ideographs += next.ideographs
    }
    var codes = [UInt8](repeating: 0, count: initials.count)
    for (place, group) in groups.enumerated() {
      for syllable in group.syllables { codes[syllable] = syllables + UInt8(place) }
    }
    return codes
  }()

  private static func ideographsBySyllable() -> [Int] {
    var counts = [Int](repeating: 0, count: PinyinSyllable.spellings.count)
    for value in UInt32(0x4E00)...0x9FFF {
      if let syllable = Unicode.Scalar(value).flatMap(Pinyin.syllable(of:)) {
        counts[syllable.number] += 1
      }
    }
    return counts
  }
}
