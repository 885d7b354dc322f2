import CallbookModel
import CallbookTesting
import Testing

@Suite struct PresenceTests {
  private static func at(_ time: Int64) -> Instant { Instant(millisecondsSince1970: time) }

  private static func away(_ from: Int64, _ until: Int64?, _ substitute: String) -> Absence {
    Absence(from: at(from), until: until.map(at), substitute: substitute)
  }

  @Test func `a chain of substitutes is followed while each is away`() {
    let presence = Presence(
      active: ["a", "b", "c"],
      absences: ["a": Self.away(10, 50, "b"), "b": Self.away(20, 30, "c")])
    let standIns = [5, 10, 20, 30, 50].map { presence.standIn(for: "a", at: Self.at($0)) }
    #expect(standIns == ["a", "b", "c", "b", "a"])
    #expect(!presence.isPresent("a", at: Self.at(10)) && presence.isPresent("a", at: Self.at(50)))
    #expect(presence.gap(dueTo: "a", after: Self.at(0)) == nil)
    #expect(presence.gap(dueTo: "b", after: Self.at(0)) == nil)
  }

  @Test func `a circle and a chain to somebody who left give nobody`() {
    let circle = Presence(
      active: ["a", "b"], absences: ["a": Self.away(10, 50, "b"), "b": Self.away(20, nil, "a")])
    #expect(circle.standIn(for: "a", at: Self.at(15)) == "b")
    #expect(circle.standIn(for: "a", at: Self.at(20)) == nil)
    #expect(circle.standIn(for: "b", at: Self.at(50)) == "a")
    let gap = circle.gap(dueTo: "b", after: Self.at(0))
    #expect(gap?.user == "a" && gap?.at == Self.at(20))
    // It is over by then.
    #expect(circle.gap(dueTo: "b", after: Self.at(50)) == nil)
    let gone = Presence(active: ["a"], absences: ["a": Self.away(10, nil, "z")])
    #expect(gone.standIn(for: "a", at: Self.at(10)) == nil)
    #expect(gone.gap(dueTo: "a", after: Self.at(0))?.at == Self.at(10))
    #expect(gone.standIn(for: "z", at: Self.at(10)) == nil)
  }

  @Test func `somebody who stands in for others is known until that is over`() {
    let presence = Presence(
      active: ["a", "b", "c"],
      absences: [
        "a": Self.away(10, 50, "b"), "c": Self.away(60, nil, "b"), "z": Self.away(0, nil, "b"),
      ])
    #expect(presence.substituted(by: "b", at: Self.at(0)) == ["a", "c"])
    #expect(presence.substituted(by: "b", at: Self.at(50)) == ["c"])
  }

  @Test func `whenever no gap is found everybody has somebody present`() {
    for seed in UInt64(0)..<2000 {
      var random = SplitMix64(seed: seed)
      let users = ["a", "b", "c", "d"]
      var absences: [String: Absence] = [:]
      for user in users where Bool.random(using: &random) {
        let from = Int64.random(in: 0..<20, using: &random)
        let until = Bool.random(using: &random) ? Int64.random(in: 21..<40, using: &random) : nil
        let others = users.filter { $0 != user }
        absences[user] = Self.away(from, until, others[Int.random(in: 0..<3, using: &random)])
        let presence = Presence(active: Set(users), absences: absences)
        // As when it is set: what would leave a gap is taken back.
        if presence.gap(dueTo: user, after: Self.at(0)) != nil { absences[user] = nil }
      }
      let presence = Presence(active: Set(users), absences: absences)
      for time in Int64(0)..<45 {
        for user in users {
          let standIn = presence.standIn(for: user, at: Self.at(time))
          #expect(
            standIn.map { presence.isPresent($0, at: Self.at(time)) } == true,
            "seed \(seed), \(user) at \(time)")
        }
      }
    }
  }
}
