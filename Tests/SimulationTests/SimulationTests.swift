import CallbookTesting
import Foundation
import Testing

/// Years of a shop's life by chance. One that goes wrong is printed with its seed and what was done
/// last; `CALLBOOK_SEED=17 make test` lives that year again.
struct SimulationTests {
  static let seeds: [UInt64] = {
    if let chosen = ProcessInfo.processInfo.environment["CALLBOOK_SEED"].flatMap({ UInt64($0) }) {
      return [chosen]
    }
    return Array(1...50)
  }()

  @Test(arguments: seeds)
  func `whatever happens in a year, all that is planned happens once`(_ seed: UInt64) throws {
    let simulation = try Simulation(seed: seed)
    while !simulation.isOver {
      let wrong: [String]
      do {
        wrong = try simulation.step()
      } catch {
        wrong = ["\(error)"]
      }
      guard wrong.isEmpty else {
        let story = simulation.story.suffix(12).joined(separator: "\n  ")
        Issue.record(
          "CALLBOOK_SEED=\(seed), step \(simulation.counts.steps):\n  \(wrong.prefix(8).joined(separator: "\n  "))\nafter\n  \(story)"
        )
        return
      }
    }
    let counts = simulation.counts
    #expect(
      counts.crashes > 0 && counts.actions > 100 && counts.fired > 50
        && counts.outcomes["appointment.book", default: 0] > 2
        && counts.outcomes["series.add", default: 0] > 0, "seed \(seed): \(counts)")
  }
}
