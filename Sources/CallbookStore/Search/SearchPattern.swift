/// One way to read a word of a query: characters and syllables that stand side by side in a name.
struct SearchPattern: Equatable {
  enum Kind {
    /// The very characters, from anywhere in the name.
    case literal
    /// The first letters of syllables.
    case initials
    /// Syllables or their beginnings.
    case pinyin
  }

  let kind: Kind
  let elements: [SearchElement]
}
