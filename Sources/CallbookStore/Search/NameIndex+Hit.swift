extension NameIndex {
  /// A contact that was found; the best hit is the least one.
  package struct Hit: Sendable, Hashable, Comparable {
    package let rank: Rank
    /// Characters of the name without spaces and punctuation: of equal rank the shorter is better.
    package let nameLength: Int
    package let id: Int64

    package init(rank: Rank, nameLength: Int, id: Int64) {
      self.rank = rank
      self.nameLength = nameLength
      self.id = id
    }

    package static func < (a: Self, b: Self) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      if a.nameLength != b.nameLength { return a.nameLength < b.nameLength }
      return a.id < b.id
    }
  }

  /// How well a contact matches, best first. Several words rank as the weakest of them, unless the
  /// name begins with all of them together.
  package enum Rank: UInt8, Sendable, Comparable {
    case wholeName, nameStart, insideName
    case wholeInitials, initialsStart, pinyinStart, insidePinyin
    case companyStart, insideCompany

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// What the rank of one word counts beside other words: the place in the name does not matter.
    var amongWords: Rank {
      switch self {
      case .wholeName, .nameStart, .insideName: .insideName
      case .wholeInitials, .initialsStart, .pinyinStart, .insidePinyin: .insidePinyin
      case .companyStart, .insideCompany: .insideCompany
      }
    }
  }
}
