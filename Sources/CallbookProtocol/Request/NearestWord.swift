/// Finds what somebody meant who mistyped a name.
package enum NearestWord {
  /// - Parameter most: How many single changes there may be where a third of the word is more.
  /// - Returns: the word with the fewest single changes, if they are at most a third of its length.
  package static func to(
    _ typed: String, among words: some Sequence<String>, within most: Int = .max
  ) -> String? {
    guard typed.utf8.count <= 64 else { return nil }
    let near = words.map { (word: $0, distance: distance(typed, $0)) }
      .filter { $0.distance <= min(most, max(1, $0.word.count / 3)) }
    return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// Insertions, deletions and substitutions of characters, and exchanges of neighbours (the
  /// optimal string alignment distance).
  static func distance(_ first: String, _ second: String) -> Int {
    let (source, target) = (Array(first), Array(second))
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for line in source.indices {
      var row = [line + 1]
      for column in target.indices {
        let substituted = last[column] + (target[column] == source[line] ? 0 : 1)
        var least = min(substituted, last[column + 1] + 1, row[column] + 1)
        if line > 0, column > 0, source[line] == target[column - 1],
          source[line - 1] == target[column]
        {
          least = min(least, beforeLast[column - 1] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[target.count]
  }
}
