internal import CallbookModel

/// What the index keeps of a contact: its name and company, and other ways to type them.
struct SearchRow {
  typealias Character = (code: UInt8, unit: UInt16)

  let id: Int64
  /// Fields as `SearchField` names them; empty ones at the end are left out.
  let name: [[Character]]
  let company: [[Character]]
  /// Whether the codes alone tell all characters.
  let isPlain: Bool

  init(_ entry: NameIndex.Entry) {
    id = entry.id
    name = Self.fields(of: entry.name, isPerson: entry.isPerson)
    company = Self.fields(of: entry.company ?? "", isPerson: false)
    isPlain = (name + company).joined().allSatisfy { SearchCode.tellsCharacter($0.code) }
  }

  private static func fields(of text: String, isPerson: Bool) -> [[Character]] {
    let scalars = Array(TextFolding.fold(text).unicodeScalars)
    let reading = Pinyin.reading(of: scalars, isPerson: isPerson)
    let characters = characters(of: scalars, read: reading)
    // A surname of its own reading is also found by the word's: 单 shan, and dan.
    let readsOtherwise = isPerson && scalars.first.flatMap(Pinyin.syllable(of:)) != reading.first
    let otherwise =
      readsOtherwise
      ? Self.characters(of: scalars, read: Pinyin.reading(of: scalars, isPerson: false)) : []
    let initials = characters.filter { !SearchCode.isInsideWord($0.code) }
    let hasInitials = initials.count > 1 && initials.count < characters.count
    var fields = [
      characters, otherwise, hasInitials ? initials : [],
      initials.count < characters.count ? spelled(scalars, reading) : [],
    ]
    while fields.count > 1 && fields[fields.count - 1].isEmpty { fields.removeLast() }
    return fields
  }

  /// The text in letters, for `litom` when the name is 李Tom; empty without ideographs.
  private static func spelled(
    _ text: [Unicode.Scalar], _ reading: [PinyinSyllable?]
  ) -> [Character] {
    guard reading.contains(where: { $0 != nil }) else { return [] }
    var letters = String.UnicodeScalarView()
    for (scalar, syllable) in zip(text, reading) {
      if let syllable {
        letters.append(contentsOf: " \(syllable.spelling) ".unicodeScalars)
      } else {
        letters.append(scalar)
      }
    }
    return characters(of: Array(letters), read: letters.map { _ in nil })
  }

  /// Spaces and punctuation are not kept: what people leave out or add when they type.
  private static func characters(
    of text: [Unicode.Scalar], read reading: [PinyinSyllable?]
  ) -> [Character] {
    var characters: [Character] = []
    characters.reserveCapacity(text.count)
    var isInsideWord = false
    for (scalar, syllable) in zip(text, reading) {
      let character = SearchCharacter(scalar)
      switch character {
      case .letter(let letter):
        let code = isInsideWord ? SearchCode.letter(letter) : SearchCode.wordInitial(letter)
        characters.append((code, UInt16(letter)))
      case .digit(let digit):
        characters.append((SearchCode.digit(digit), UInt16(digit)))
      case .other:
        for unit in scalar.utf16 {
          characters.append((syllable.map(SearchCode.syllable) ?? SearchCode.other(unit), unit))
        }
      case .gap: break
      }
      if case .letter = character { isInsideWord = true } else { isInsideWord = false }
    }
    return characters
  }
}
