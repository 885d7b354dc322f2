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

  /// Whether it stands at the place; a place beyond the row's end never matches.
  func matches(at place: Int, in view: SegmentView) -> Bool {
    for (offset, element) in elements.enumerated() {
      // A row end matches no element, so the loop never leaves the row.
      let place = place + offset
      if !element.matches(code: view.codes[place], unit: view.units?[place]) { return false }
    }
    return true
  }
}
