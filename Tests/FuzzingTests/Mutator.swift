import CallbookTesting

/// Makes inputs out of others, the same ones from the same seed.
struct Mutator {
  private let corpus: [[UInt8]]
  private var random: SplitMix64

  /// What means something to one reader or another.
  private static let words: [[UInt8]] =
    [
      "\r\n", "\n ", "\"\"", "\\u0000", "\\ud83d", "null", "1e400", "-0", "{\"a\":", "]]", ",,",
      ";;",
      "BEGIN:VCARD\n", "END:VCARD\n", "=\r\n", ";ENCODING=QUOTED-PRINTABLE:", "=E7=8E", "sep=;\n",
      "9007199254740992", "@", "urn:uuid:", "c0", "+", "小",
    ].map { Array($0.utf8) } + [
      [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0],
    ]

  init(corpus: [[UInt8]], seed: UInt64) {
    self.corpus = corpus
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var input = corpus[random.below(corpus.count)]
    for _ in 0...random.below(4) { mutate(&input) }
    return input
  }

  private mutating func mutate(_ input: inout [UInt8]) {
    let place = random.below(input.count + 1)
    let end = min(input.count, place + random.below(12))
    switch random.below(8) {
    case 0: input.insert(contentsOf: Self.words[random.below(Self.words.count)], at: place)
    case 1: input.removeSubrange(place..<end)
    case 2: input.insert(contentsOf: input[place..<end], at: random.below(input.count + 1))
    case 3: input = Array(input[..<place])
    case 4:
      let other = corpus[random.below(corpus.count)]
      input.replaceSubrange(place..., with: other[random.below(other.count + 1)...])
    case 5: input.insert(UInt8(random.below(256)), at: place)
    default:
      guard place < input.count else { return }
      if random.below(2) == 0 {
        input[place] = UInt8(random.below(256))
      } else {
        input[place] ^= 1 << UInt8(random.below(8))
      }
    }
  }
}
