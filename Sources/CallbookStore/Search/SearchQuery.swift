internal import CallbookModel

/// What a person looks for: words that must all be found in a contact, in any order.
struct SearchQuery {
  /// More words than that are ignored: no name has them.
  static let wordLimit = 8
  /// The longest name's; what stands beyond in a query is ignored.
  static let lengthLimit = 200

  /// The most telling one first.
  let words: [SearchWord]
  /// All words run together, for names that begin with just that; equal to the word when it is one.
  let phrase: SearchWord

  var isOneWord: Bool { words.count == 1 }

  /// nil when nothing is left to look for.
  init?(_ text: String) {
    var words: [[Unicode.Scalar]] = [[]]
    for scalar in TextFolding.fold(text).unicodeScalars.prefix(Self.lengthLimit) {
      if SearchCharacter(scalar) == .gap {
        words.append([])
      } else {
        words[words.count - 1].append(scalar)
      }
    }
    words = Array(words.filter { !$0.isEmpty }.prefix(Self.wordLimit))
    if words.isEmpty { return nil }
    self.words = words.map(SearchWord.init).sorted { $0.weight > $1.weight }
    phrase = words.count == 1 ? self.words[0] : SearchWord(Array(words.joined()))
  }
}
