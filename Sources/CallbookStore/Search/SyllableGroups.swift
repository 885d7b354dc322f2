internal import CallbookModel

/// Puts neighbouring syllables together until there are few enough of them for a byte: always the two
/// groups that the fewest ideographs are read by, and never two with different first letters.
struct SyllableGroups {
  private struct Group {
    let letter: UInt8
    var syllables: [Int]
    var ideographs: Int
  }

  private var groups: [Group]

  init(limit: Int) {
    let counts = Self.ideographsBySyllable()
    groups = PinyinSyllable.spellings.enumerated().map { number, spelling in
      Group(
        letter: spelling.utf8.first ?? 0, syllables: [number], ideographs: counts[number])
    }
    while groups.count > limit {
      let pairs = groups.indices.dropLast().filter { groups[$0].letter == groups[$0 + 1].letter }
      guard let rarest = pairs.min(by: { ideographs(ofPairAt: $0) < ideographs(ofPairAt: $1) })
      else { return }
      let next = groups.remove(at: rarest + 1)
      groups[rarest].syllables += next.syllables
      groups[rarest].ideographs += next.ideographs
    }
  }

  /// Numbers of the syllables, a group each.
  func groups(startingWith letter: UInt8) -> [[Int]] {
    groups.filter { $0.letter == letter }.map(\.syllables)
  }

  private func ideographs(ofPairAt place: Int) -> Int {
    groups[place].ideographs + groups[place + 1].ideographs
  }

  private static func ideographsBySyllable() -> [Int] {
    var counts = [Int](repeating: 0, count: PinyinSyllable.all.count)
    for value in UInt32(0x4E00)...0x9FFF {
      if let syllable = Unicode.Scalar(value).flatMap(Pinyin.syllable(of:)) {
        counts[syllable.number] += 1
      }
    }
    return counts
  }
}
