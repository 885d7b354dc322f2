import CallbookModel

@testable import CallbookStore

/// One word of a query beside one name.
struct PlainMatch {
  private let characters: [Unicode.Scalar]
  private let reading: [PinyinSyllable?]
  private let isWordStart: [Bool]
  private let word: [Unicode.Scalar]

  init(_ text: [Unicode.Scalar], _ reading: [PinyinSyllable?], _ word: [Unicode.Scalar]) {
    let kept = text.indices.filter { text[$0] != " " }
    characters = kept.map { text[$0] }
    self.reading = kept.map { reading[$0] }
    isWordStart = kept.map { place in
      place == 0 || text[place - 1] == " " || reading[place] != nil || reading[place - 1] != nil
    }
    self.word = word
  }

  func ranksInName(onlyStart: Bool) -> [NameIndex.Rank] {
    var ranks: [NameIndex.Rank] = []
    for start in characters.indices where start == 0 || !onlyStart {
      if characters[start...].starts(with: word) {
        let isWhole = word.count == characters.count
        ranks.append(start > 0 ? .insideName : isWhole ? .wholeName : .nameStart)
      }
      for end in ends(from: start, 0, initialsOnly: true) {
        let isWhole = !isWordStart[end...].contains(true)
        ranks.append(start > 0 ? .insidePinyin : isWhole ? .wholeInitials : .initialsStart)
      }
      if !ends(from: start, 0, initialsOnly: false).isEmpty || isSpelled(from: start) {
        ranks.append(start > 0 ? .insidePinyin : .pinyinStart)
      }
    }
    return ranks
  }

  func rankInCompany() -> NameIndex.Rank? {
    let starts = characters.indices.filter { start in
      characters[start...].starts(with: word)
        || !ends(from: start, 0, initialsOnly: false).isEmpty
        || !ends(from: start, 0, initialsOnly: true).isEmpty || isSpelled(from: start)
    }
    guard let first = starts.first else { return nil }
    return first == 0 ? .companyStart : .insideCompany
  }

  /// Whether the letters of a name of ideographs and Latin words go on like the word.
  private func isSpelled(from place: Int) -> Bool {
    let isMixed = reading.contains { $0 != nil } && isWordStart.contains(false)
    guard isMixed && isWordStart[place] else { return false }
    let letters = zip(characters, reading).dropFirst(place).map { $1?.spelling ?? String($0) }
    return letters.joined().hasPrefix(String(String.UnicodeScalarView(word)))
  }

  /// Where in the name a reading of the word that begins at the places may end.
  private func ends(from place: Int, _ typed: Int, initialsOnly: Bool) -> [Int] {
    if typed == word.count { return [place] }
    guard place < characters.count, isWordStart[place] else { return [] }
    var next = place + 1
    while next < characters.count && !isWordStart[next] { next += 1 }
    return lengths(at: place, typed, initialsOnly).flatMap {
      ends(from: next, typed + $0, initialsOnly: initialsOnly)
    }
  }

  /// How many of the typed characters may stand for what is at the place.
  private func lengths(at place: Int, _ typed: Int, _ initialsOnly: Bool) -> [Int] {
    let rest = String(String.UnicodeScalarView(word[typed...]))
    guard let syllable = reading[place] else {
      return rest.unicodeScalars.first == characters[place] ? [1] : []
    }
    if characters[place] == word[typed] { return [1] }
    var lengths = rest.first == syllable.spelling.first ? [1] : []
    for pair in ["zh", "ch", "sh"] where syllable.spelling.hasPrefix(pair) && rest.hasPrefix(pair) {
      lengths.append(2)
    }
    if initialsOnly { return lengths }
    for spelling in Set([syllable.spelling, syllable.spelling.replacing("v", with: "u")]) {
      if rest.hasPrefix(spelling) { lengths.append(spelling.count) }
      if spelling.hasPrefix(rest) { lengths.append(rest.count) }
    }
    return lengths
  }
}
