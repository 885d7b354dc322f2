import CallbookModel
import Testing

@testable import CallbookStore

struct MergePropertyTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whatever is merged and taken apart, nothing is lost`(_ seed: UInt64) throws {
    var model = try MergeModel(seed: seed)
    for step in 1...60 {
      let wrong = try model.step()
      #expect(wrong == [], "seed \(seed), step \(step)")
      if step.isMultiple(of: 10) {
        #expect(try model.violations() == [], "seed \(seed), step \(step)")
      }
      if !wrong.isEmpty { break }
    }
    #expect(model.merges > 1, "seed \(seed)")
  }
}
