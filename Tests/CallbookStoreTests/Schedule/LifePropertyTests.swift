import Testing

@testable import CallbookStore

struct LifePropertyTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `whatever happens to a subject, each of its reminders ends once`(_ seed: UInt64) throws {
    var model = try LifeModel(seed: seed)
    for step in 1...80 {
      try model.step()
      let wrong = try model.violations()
      #expect(wrong == [], "seed \(seed), step \(step)")
      if !wrong.isEmpty { return }
      guard step.isMultiple(of: 20) else { continue }
      #expect(try model.settledViolations() == [], "seed \(seed), step \(step)")
    }
    #expect(model.fired > 5, "seed \(seed)")
  }
}
