internal import CallbookModel

/// One character, or one syllable, that a search asks for.
struct SearchElement: Equatable {
  /// Whatever matches has a code within these ranges.
  let codes: ClosedRange<UInt8>
  var otherCodes: ClosedRange<UInt8>?
  /// The character itself where its code does not tell; nil when any within the codes will do.
  var unit: UInt16?
  /// Narrows codes that several syllables share; numbers of syllables.
  var syllables: ClosedRange<Int>?

  /// Whether the code allows a match.
  func mayMatch(_ code: UInt8) -> Bool {
    codes ~= code || otherCodes.map { $0 ~= code } ?? false
  }

  /// Whether the character at a place whose code may match is meant.
  func isMet(at place: Int, in column: ColumnView) -> Bool {
    if let unit { return column.units?[place] == unit }
    guard let syllables else { return true }
    guard let scalar = (column.units?[place]).flatMap(Unicode.Scalar.init) else { return false }
    return Pinyin.readings(of: scalar).contains {
      syllables ~= $0.number && SearchCode.syllable($0) == column.codes[place]
    }
  }

  private static func letter(_ letter: UInt8) -> SearchElement {
    let (inside, initial) = (SearchCode.letter(letter), SearchCode.wordInitial(letter))
    return SearchElement(codes: inside...inside, otherCodes: initial...initial)
  }

  private static func digit(_ digit: UInt8) -> SearchElement {
    SearchElement(codes: SearchCode.digit(digit)...SearchCode.digit(digit))
  }

  /// The character as it is, however it is read where it stands.
  private static func exactly(_ scalar: Unicode.Scalar) -> [SearchElement] {
    let codes = Set(Pinyin.readings(of: scalar).map(SearchCode.syllable)).sorted()
    return scalar.utf16.map { unit in
      // More than two readings make one wide range, which the unit narrows.
      let first = codes.first ?? SearchCode.other(unit)
      let last = codes.last ?? first
      return codes.count == 2
        ? SearchElement(codes: first...first, otherCodes: last...last, unit: unit)
        : SearchElement(codes: first...last, unit: unit)
    }
  }

  /// The characters as they were typed; surrogates are two.
  static func typed(_ scalar: Unicode.Scalar) -> [SearchElement] {
    switch SearchCharacter(scalar) {
    case .letter(let letter): [.letter(letter)]
    case .digit(let digit): [.digit(digit)]
    case .other: exactly(scalar)
    case .gap: []
    }
  }

  /// A syllable that is typed by its first letters.
  static func syllable(within numbers: ClosedRange<Int>) -> SearchElement {
    SearchElement(
      codes: codes(of: numbers), syllables: SearchCode.tellsApart(numbers) ? nil : numbers)
  }

  /// A syllable or Latin word that is typed by its first letter.
  static func initial(_ letter: UInt8, syllables numbers: ClosedRange<Int>?) -> SearchElement {
    let word = SearchCode.wordInitial(letter)
    return SearchElement(codes: word...(numbers.map(codes)?.upperBound ?? word))
  }

  private static func codes(of numbers: ClosedRange<Int>) -> ClosedRange<UInt8> {
    let first = SearchCode.syllable(PinyinSyllable.all[numbers.lowerBound])
    return first...SearchCode.syllable(PinyinSyllable.all[numbers.upperBound])
  }
}
