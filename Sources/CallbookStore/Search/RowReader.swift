/// Says how well the rows of a segment match.
struct RowReader {
  let view: SegmentView

  /// How well the word matches at the place; nil when it does not.
  func rank(of word: SearchWord, at place: Int, row: Int) -> NameIndex.Rank? {
    var best: NameIndex.Rank?
    for pattern in word.patterns where pattern.matches(at: place, in: view) {
      best = better(best, rank(of: pattern, at: place, row: row))
    }
    return best
  }

  /// The rank of all words together: the weakest's, or better when the name begins with them all.
  func rank(of query: SearchQuery, row: Int) -> NameIndex.Rank? {
    let places = view.places(of: row)
    var weakest = NameIndex.Rank.wholeName
    for word in query.words {
      guard let rank = rank(of: word, inside: places, row: row) else { return nil }
      weakest = max(weakest, rank)
    }
    let phrase = rank(of: query.phrase, at: places.lowerBound, row: row)
    return better(weakest, phrase)
  }

  func better(_ a: NameIndex.Rank?, _ b: NameIndex.Rank?) -> NameIndex.Rank? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  func nameLength(of row: Int) -> Int {
    let places = view.places(of: row)
    var end = places.lowerBound
    while view.codes[end] > SearchCode.fieldEnd { end += 1 }
    return end - places.lowerBound
  }

  /// The best rank of the word anywhere in the row, as of one word among others: a name that starts
  /// with one of them is no better than one that holds them in another order.
  private func rank(of word: SearchWord, inside places: Range<Int>, row: Int) -> NameIndex.Rank? {
    var best: NameIndex.Rank?
    for place in places where word.firstCodes[Int(view.codes[place])] {
      best = better(best, rank(of: word, at: place, row: row).map(\.amongWords))
    }
    return best
  }

  private func rank(of pattern: SearchPattern, at place: Int, row: Int) -> NameIndex.Rank? {
    let isAtStart = view.codes[place - 1] <= SearchCode.fieldEnd
    switch field(of: place, row: row) {
    case .company:
      return isAtStart ? .companyStart : .insideCompany
    case .companyInitials:
      guard pattern.kind != .literal else { return nil }
      return isAtStart ? .companyStart : .insideCompany
    case .nameInitials where pattern.kind == .literal:
      return nil
    case .name, .nameOtherwise, .nameInitials:
      let isAtEnd = view.codes[place + pattern.elements.count] <= SearchCode.fieldEnd
      switch (pattern.kind, isAtStart) {
      case (.literal, true): return isAtEnd ? .wholeName : .nameStart
      case (.literal, false): return .insideName
      case (.initials, true): return isAtEnd ? .wholeInitials : .initialsStart
      case (.pinyin, true): return .pinyinStart
      case (.initials, false), (.pinyin, false): return .insidePinyin
      }
    }
  }

  private func field(of place: Int, row: Int) -> SearchRow.Field {
    var number = 0
    var next = Int(view.starts[row])
    while next < place {
      if view.codes[next] == SearchCode.fieldEnd { number += 1 }
      next += 1
    }
    return SearchRow.Field(rawValue: number) ?? .companyInitials
  }
}
