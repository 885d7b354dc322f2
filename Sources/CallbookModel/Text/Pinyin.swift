/// Readings of Chinese names, as people type them when they look for somebody.
package enum Pinyin {
  /// How the ideograph is read when nothing is known of what stands around it.
  package static func syllable(of scalar: Unicode.Scalar) -> PinyinSyllable? {
    let place: Int
    switch scalar.value {
    case 0x3007: place = 0
    case PinyinTable.firstIdeograph..<PinyinTable.endOfIdeographs:
      place = Int(scalar.value - PinyinTable.firstIdeograph) + 1
    default: return nil
    }
    let cell = PinyinTable.cells.utf8Start + 2 * place
    let number = digit(cell[0]) * 64 + digit(cell[1])
    return number < PinyinSyllable.spellings.count ? PinyinSyllable(number: number) : nil
  }

  /// Every reading that `reading(of:isPerson:)` may give the ideograph, the ordinary one first.
  package static func readings(of scalar: Unicode.Scalar) -> [PinyinSyllable] {
    guard let ordinary = syllable(of: scalar) else { return [] }
    return [ordinary] + PinyinExceptions.otherReadings[scalar, default: []]
  }

  /// The reading of each scalar of a name; nil for what is no ideograph.
  ///
  /// - Parameter isPerson: the name starts with a surname, whose reading may be its own (单 shan).
  package static func reading(of name: [Unicode.Scalar], isPerson: Bool) -> [PinyinSyllable?] {
    var reading = name.map(syllable(of:))
    var next = 0
    if isPerson, let surname = PinyinExceptions.surname(at: name[...]) {
      reading.replaceSubrange(0..<surname.count, with: surname.map(Optional.init))
      next = surname.count
    }
    while next < name.count {
      let word = reading[next] == nil ? nil : PinyinExceptions.word(at: name[next...])
      if let word {
        reading.replaceSubrange(next..<next + word.count, with: word.map(Optional.init))
      }
      next += word?.count ?? 1
    }
    return reading
  }

  /// The name in Latin letters without spaces, and the first letters of its syllables and words.
  ///
  /// What has no reading and is neither letter nor digit is left out.
  package static func keys(forName name: String, isPerson: Bool) -> (full: String, initials: String)
  {
    let scalars = Array(TextFolding.fold(name).unicodeScalars)
    var full = ""
    var initials = ""
    var isInsideWord = false
    for (scalar, syllable) in zip(scalars, reading(of: scalars, isPerson: isPerson)) {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if let syllable {
        full += syllable.spelling
        initials += syllable.spelling.prefix(1)
      } else if isLetter {
        full.unicodeScalars.append(scalar)
        if !isInsideWord { initials.unicodeScalars.append(scalar) }
      }
      isInsideWord = isLetter && syllable == nil
    }
    return (full, initials)
  }

  private static func digit(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) + 4
    case UInt8(ascii: "+"): 62
    default: 63
    }
  }
}
