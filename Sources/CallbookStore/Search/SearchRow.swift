internal import CallbookModel

/// What the index keeps of a contact: its name and company, and other ways to type them.
struct SearchRow {
  /// The parts of a row, in their order; empty ones at the end are not stored.
  enum Field: Int {
    case name, company
    /// The name with its surname read like the word, where that differs (单 dan).
    case nameOtherwise
    /// First letters of Latin words between the ideographs, where there are such words.
    case nameInitials, companyInitials
  }

  /// Whether the codes alone tell all characters.
  private(set) var isPlain = true
  private let id: Int64
  private var fields: [[(code: UInt8, unit: UInt16)]] = []

  init(_ entry: NameIndex.Entry) {
    id = entry.id
    let name = Array(TextFolding.fold(entry.name).unicodeScalars)
    let company = Array(TextFolding.fold(entry.company ?? "").unicodeScalars)
    let nameReading = Pinyin.reading(of: name, isPerson: entry.isPerson)
    let companyReading = Pinyin.reading(of: company, isPerson: false)
    let isReadOtherwise =
      entry.isPerson && name.first.flatMap(Pinyin.syllable(of:)) != nameReading.first
    fields.append(characters(of: name, read: nameReading))
    fields.append(characters(of: company, read: companyReading))
    fields.append(
      isReadOtherwise
        ? characters(of: name, read: Pinyin.reading(of: name, isPerson: false)) : [])
    fields.append(initials(of: fields[0]))
    fields.append(initials(of: fields[1]))
    while fields.count > 1 && fields.last?.isEmpty == true { fields.removeLast() }
  }

  func write(to rows: inout SearchRows) {
    for (place, field) in fields.enumerated() {
      if place > 0 { rows.append(SearchCode.fieldEnd, 0) }
      for character in field { rows.append(character.code, character.unit) }
    }
    rows.append(SearchCode.rowEnd, 0)
    rows.endRow(id: id)
  }

  /// Spaces and punctuation are not kept: what people leave out or add when they type.
  private mutating func characters(
    of text: [Unicode.Scalar], read reading: [PinyinSyllable?]
  ) -> [(code: UInt8, unit: UInt16)] {
    var characters: [(code: UInt8, unit: UInt16)] = []
    characters.reserveCapacity(text.count)
    var startsWord = true
    for (scalar, syllable) in zip(text, reading) {
      let character = SearchCharacter(scalar)
      switch character {
      case .letter(let letter):
        let code = SearchCode.letter(letter, startsWord: startsWord)
        characters.append((code, UInt16(letter)))
      case .digit(let digit):
        characters.append((SearchCode.digit(digit), UInt16(digit)))
      case .other:
        isPlain = false
        for unit in scalar.utf16 {
          characters.append((syllable.map(SearchCode.syllable) ?? SearchCode.other(unit), unit))
        }
      case .gap: break
      }
      if case .letter = character { startsWord = false } else { startsWord = true }
    }
    return characters
  }

  private func initials(
    of characters: [(code: UInt8, unit: UInt16)]
  ) -> [(code: UInt8, unit: UInt16)] {
    let initials = characters.filter { !SearchCode.isInsideWord($0.code) }
    return initials.count > 1 && initials.count < characters.count ? initials : []
  }
}
