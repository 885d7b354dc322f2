/// A syllable of Mandarin without its tone, `ü` written `v`.
///
/// Syllables are in the order of the alphabet but for `lv` and `nv`, which stand right behind `lu`
/// and `nu`: all syllables that begin with the same letters are neighbours.
package struct PinyinSyllable: Sendable, Hashable, Comparable {
  /// Place in `all`.
  package let number: Int

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  package var spelling: String { Self.spellings[number] }

  /// Spellings of every syllable, by number.
  package static let spellings: [String] = "\(PinyinTable.syllables)"
    .split(separator: " ").map(String.init)

  package static let all = spellings.indices.map(PinyinSyllable.init(number:))

  /// Numbers of the syllables that begin with the letters; nil when none does.
  ///
  /// Those of `lu` hold `lv`, as people type both for it.
  package static func begun(by letters: String) -> ClosedRange<Int>? {
    guard let first = spellings.firstIndex(where: { $0.hasPrefix(letters) }) else { return nil }
    let last = spellings.lastIndex { $0.hasPrefix(letters) }
    return first...(last ?? first)
  }

  /// Numbers of the syllables that are typed so: one, or two for `lu` and `nu`, typed for `lv`, `nv`.
  package static func typed(as letters: String) -> ClosedRange<Int>? {
    guard let first = numbers[letters] else { return nil }
    return ["lu", "nu"].contains(letters) ? first...first + 1 : first...first
  }

  /// nil when it is no syllable of Mandarin; `lue` is taken for `lve`.
  package init?(spelling: some StringProtocol) {
    guard let number = Self.numbers[String(spelling)] else { return nil }
    self.number = number
  }

  init(number: Int) {
    self.number = number
  }

  private static let numbers: [String: Int] = {
    var numbers = Dictionary(
      uniqueKeysWithValues: spellings.enumerated().map { ($0.element, $0.offset) })
    numbers["lue"] = numbers["lve"]
    numbers["nue"] = numbers["nve"]
    return numbers
  }()
}
