/// Says how well the rows of a segment match.
struct RowReader {
  let view: SegmentView

  /// How well the word matches at the place; nil when it does not.
  func rank(
    of word: SearchWord, at place: Int, in part: SearchPart, row: Int
  ) -> NameIndex.Rank? {
    var best: NameIndex.Rank?
    word.forEachMatch(at: place, in: view[part]) { kind, length in
      best = better(best, rank(of: kind, at: place..<place + length, in: part, row: row))
    }
    return best
  }

  /// The weakest of the words' ranks; nil when one is not found or is weaker than the limit.
  func rank(
    ofAll words: [SearchWord], row: Int, atMost limit: NameIndex.Rank
  ) -> NameIndex.Rank? {
    var weakest = NameIndex.Rank.wholeName
    // The first word is known to be there, more or less: the others turn more rows away.
    for index in words.indices.reversed() {
      guard let rank = rank(ofWordAnywhere: words[index], row: row), rank <= limit else {
        return nil
      }
      weakest = max(weakest, rank)
    }
    return weakest
  }

  /// The rank of a name that begins with all words run together; nil when it does not.
  func rank(ofPhrase phrase: SearchWord, row: Int) -> NameIndex.Rank? {
    let names = view.names
    var best: NameIndex.Rank?
    for place in names.places(of: row) where names.codes[place - 1] <= SearchCode.fieldEnd {
      guard phrase.canBegin(with: names.codes[place]) else { continue }
      best = better(best, rank(of: phrase, at: place, in: .name, row: row))
    }
    return best
  }

  func nameHolds(_ word: SearchWord, row: Int) -> Bool {
    rank(of: word, anywhereIn: .name, row: row) != nil
  }

  func nameLength(of row: Int) -> Int {
    let start = Int(view.names.starts[row])
    var end = start
    while view.names.codes[end] > SearchCode.fieldEnd { end += 1 }
    return end - start
  }

  func better(_ a: NameIndex.Rank?, _ b: NameIndex.Rank?) -> NameIndex.Rank? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  /// As of one word among others: a name that starts with one of them is no better than one that
  /// holds them in another order.
  private func rank(ofWordAnywhere word: SearchWord, row: Int) -> NameIndex.Rank? {
    let rank = rank(of: word, anywhereIn: .name, row: row)
    return (rank ?? self.rank(of: word, anywhereIn: .company, row: row))?.amongWords
  }

  private func rank(
    of word: SearchWord, anywhereIn part: SearchPart, row: Int
  ) -> NameIndex.Rank? {
    let column = view[part]
    var best: NameIndex.Rank?
    for place in column.places(of: row) where word.canBegin(with: column.codes[place]) {
      best = better(best, rank(of: word, at: place, in: part, row: row))
    }
    return best
  }

  private func rank(
    of kind: SearchPattern.Kind, at places: Range<Int>, in part: SearchPart, row: Int
  ) -> NameIndex.Rank? {
    let column = view[part]
    var kind = kind
    if kind == .literal {
      switch field(of: places.lowerBound, in: column, row: row) {
      case .text, .otherwise: break
      case .initials: return nil
      case .spelled:
        // Pinyin is found from the beginning of a syllable on.
        if SearchCode.isInsideWord(column.codes[places.lowerBound]) { return nil }
        kind = .pinyin
      }
    }
    let isAtStart = column.codes[places.lowerBound - 1] <= SearchCode.fieldEnd
    if part == .company { return isAtStart ? .companyStart : .insideCompany }
    let isAtEnd = column.codes[places.upperBound] <= SearchCode.fieldEnd
    switch (kind, isAtStart) {
    case (.literal, true): return isAtEnd ? .wholeName : .nameStart
    case (.literal, false): return .insideName
    case (.initials, true): return isAtEnd ? .wholeInitials : .initialsStart
    case (.pinyin, true): return .pinyinStart
    case (.initials, false), (.pinyin, false): return .insidePinyin
    }
  }

  private func field(of place: Int, in column: ColumnView, row: Int) -> SearchField {
    var number = 0
    var next = Int(column.starts[row])
    while next < place {
      if column.codes[next] == SearchCode.fieldEnd { number += 1 }
      next += 1
    }
    return SearchField(rawValue: number) ?? .spelled
  }
}
