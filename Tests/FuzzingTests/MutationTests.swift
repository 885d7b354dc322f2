import CallbookFuzzing
import CallbookTesting
import Testing

/// Fuzzing for a moment, the same inputs every time: `make fuzz` is for longer.
struct MutationTests {
  /// How many inputs one seed makes; a crash is within those of the last seed in the log.
  private static let inputsPerSeed = 100

  /// A contact is written and read in six formats, and a shop that was changed is replaced by another
  /// one: those take longer.
  private static let seeds = ["csv": 8, "dispatch": 6, "vcard": 8]

  static let runs = FuzzTarget.all.flatMap { target in
    (1...UInt64(seeds[target.name] ?? 20)).map { (target.name, $0) }
  }

  @Test(arguments: runs)
  func `mutated inputs hold`(name: String, seed: UInt64) throws {
    let target = try #require(FuzzTarget.named(name))
    var mutator = Mutator(corpus: try Corpus.inputs(of: name).map(\.bytes), seed: seed)
    for number in 0..<Self.inputsPerSeed {
      let input = mutator.next()
      #expect(throws: Never.self, "\(name), seed \(seed), input \(number): \(input)") {
        try target.run(input)
      }
    }
  }
}
