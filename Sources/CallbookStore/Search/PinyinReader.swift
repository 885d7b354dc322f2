internal import CallbookModel

/// Reads what people type for a Chinese name: `wangxiaoming`, `wxm`, `wangxm`, `wxiaom`, `王xm`.
///
/// Every syllable is whole or given by its first letter (or `zh`, `ch`, `sh`); the last one may be
/// begun. Where letters can be parted in several ways (`xian` is 先 and 西安), the `readingLimit`
/// likeliest ways count, and the one that takes each letter for an initial.
struct PinyinReader {
  /// Every reading costs about as much as the whole search for an ideograph.
  static let readingLimit = 3

  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Empty when no letter is among them.
  func patterns() -> [SearchPattern] {
    guard scalars.contains(where: { letter($0) != nil }) else { return [] }
    var readings = likeliestReadings()
    if let initials = initialsOnly(), !readings.contains(initials) { readings.append(initials) }
    return readings.map { reading in
      SearchPattern(
        kind: reading.allSatisfy { $0.isInitial } ? .initials : .pinyin,
        elements: reading.flatMap(\.elements))
    }
  }

  private struct Step: Equatable {
    let elements: [SearchElement]
    /// How many scalars of the query it takes.
    let length: Int
    let isInitial: Bool

    /// People type syllables or initials and seldom mix them: fewer syllables are likelier, and an
    /// initial among syllables is less likely than two more syllables.
    var cost: Int { isInitial ? 4 - length : 1 }
  }

  /// From the end to the start: the best readings of the rest make the best readings of the whole.
  private func likeliestReadings() -> [[Step]] {
    var best: [[[Step]]] = Array(repeating: [], count: scalars.count) + [[[]]]
    for start in scalars.indices.reversed() {
      var readings: [[Step]] = []
      for step in steps(at: start) {
        readings += best[start + step.length].map { [step] + $0 }
      }
      // The sort is stable: of equally likely readings the one with the longer first step.
      let sorted = readings.sorted { cost(of: $0) < cost(of: $1) }
      best[start] = Array(sorted.prefix(Self.readingLimit))
    }
    return best[0]
  }

  private func cost(of reading: [Step]) -> Int { reading.reduce(0) { $0 + $1.cost } }

  private func initialsOnly() -> [Step]? {
    var steps: [Step] = []
    for place in scalars.indices {
      guard let step = self.steps(at: place).last, step.length == 1 else { return nil }
      steps.append(step)
    }
    return steps
  }

  /// Longest first; the last one takes a single scalar.
  private func steps(at start: Int) -> [Step] {
    guard let first = letter(scalars[start]) else { return [literalStep(at: start)] }
    var text = ""
    var steps: [Step] = []
    for place in start..<min(start + 6, scalars.count) {
      guard letter(scalars[place]) != nil else { break }
      text.unicodeScalars.append(scalars[place])
      let isLast = place == scalars.count - 1
      guard text.count > 1, let numbers = numbers(of: text, begun: isLast) else { continue }
      let isInitial = ["zh", "ch", "sh"].contains(text)
      steps.append(
        Step(elements: [.syllable(within: numbers)], length: text.count, isInitial: isInitial))
    }
    let letters = String(text.prefix(1))
    let initial = SearchElement.initial(first, syllables: PinyinSyllable.begun(by: letters))
    return steps.reversed() + [Step(elements: [initial], length: 1, isInitial: true)]
  }

  private func numbers(of text: String, begun: Bool) -> ClosedRange<Int>? {
    if begun || ["zh", "ch", "sh"].contains(text) { return PinyinSyllable.begun(by: text) }
    return PinyinSyllable.typed(as: text)
  }

  private func literalStep(at place: Int) -> Step {
    Step(elements: SearchElement.typed(scalars[place]), length: 1, isInitial: true)
  }

  private func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    if case .letter(let letter) = SearchCharacter(scalar) { letter } else { nil }
  }
}
