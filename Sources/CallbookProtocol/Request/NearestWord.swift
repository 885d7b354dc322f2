/// Finds what somebody meant who mistyped a name.
package enum NearestWord {
  /// - Returns: the word with the fewest single changes, if they are at most a third of its length.
  package static func to(_ typed: String, among words: some Sequence<String>) -> String? {
    guard typed.utf8.count <= 64 else { return nil }
    let near = words.map { (word: $0, distance: distance(typed, $0)) }
      .filter { $0.distance <= max(1, $0.word.count / 3) }
    return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// Levenshtein's distance: insertions, deletions and substitutions of characters.
  static func distance(_ first: String, _ second: String) -> Int {
    let target = Array(second)
    var row = Array(0...target.count)
    for (line, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in target.indices {
        let substituted = diagonal + (target[column] == character ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}
