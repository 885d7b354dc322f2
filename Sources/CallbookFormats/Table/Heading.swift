/// A heading, taken apart: what it says and which one of its kind it is.
struct Heading {
  let column: Column
  /// nil when it does not say.
  let number: Int?

  init(_ text: String) {
    let folded = Self.folded(text)
    let whole = Self.split(folded)
    // 手机号（必填）: what is in brackets matters only where the rest alone says nothing.
    let bare = Self.split(Self.withoutBrackets(folded))
    if let column = HeadingWords.columns[whole.word] {
      self.column = column
      number = whole.number
    } else if let column = HeadingWords.columns[bare.word] {
      self.column = column
      number = bare.number ?? whole.number
    } else {
      column = .unknown
      number = nil
    }
  }

  /// Lower case, full-width letters as plain ones.
  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars)
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return text.filter { character in
      if "([{【〔".contains(character) { depth += 1 }
      defer { if ")]}】〕".contains(character) { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  /// The letters, and the number among them: `Phone 2 - Value`, `电话（2）`, `手机二`.
  private static func split(_ text: String) -> (word: String, number: Int?) {
    var word = ""
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character.isLetter {
        word.append(character)
      }
    }
    let numerals: [Character] = ["一", "二", "三", "四", "五"]
    if digits.isEmpty, word.count > 1, let last = word.last,
      let place = numerals.firstIndex(of: last)
    {
      return (String(word.dropLast()), place + 1)
    }
    return (word, Int(digits))
  }
}
