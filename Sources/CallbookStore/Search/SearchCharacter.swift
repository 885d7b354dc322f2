/// What a folded character is to a search.
enum SearchCharacter: Equatable {
  /// `a` to `z`.
  case letter(UInt8)
  case digit(UInt8)
  /// Ideographs and the letters of all other scripts.
  case other
  /// Spaces and punctuation: they part words and are not searched for.
  case gap

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: self = .letter(UInt8(scalar.value))
    case 0x30...0x39: self = .digit(UInt8(scalar.value))
    case 0..<0x80: self = .gap
    case 0x3400..<0xA000: self = .other
    // Variation selectors choose a drawing, not a character.
    case 0xFE00...0xFE0F: self = .gap
    default:
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator,
        .lineSeparator, .paragraphSeparator, .control, .format:
        self = .gap
      default: self = .other
      }
    }
  }
}
