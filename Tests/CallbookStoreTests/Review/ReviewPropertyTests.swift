import Testing

@testable import CallbookStore

struct ReviewPropertyTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `reviews wait and come as the rules say`(_ seed: UInt64) throws {
    var model = try ReviewModel(seed: seed)
    for step in 1...120 {
      try model.step()
      let differences = try model.differences()
      #expect(differences == [], "seed \(seed), step \(step)")
      if !differences.isEmpty { return }
    }
    #expect(model.opened > 2, "seed \(seed)")
  }
}
