import Testing

@testable import callbook

@Suite struct GatheringTests {
  @Test func `the first change says when all are written, however many follow`() {
    var gathering = Gathering(milliseconds: 5000, dueAt: 100)
    #expect(gathering.wait(at: 100) == 0)
    gathering.take()
    #expect(gathering.wait(at: 200) == nil)
    for now in stride(from: Int64(1000), through: 5900, by: 700) { gathering.note(at: now) }
    #expect(gathering.wait(at: 5900) == 100)
    #expect(gathering.wait(at: 6000) == 0 && gathering.wait(at: 9000) == 0)
    gathering.take()
    #expect(gathering.wait(at: 9000) == nil)
    gathering.note(at: 9000)
    #expect(gathering.wait(at: 9000) == 5000)
  }

  @Test func `what failed is tried again, and never at once`() {
    var gathering = Gathering(milliseconds: 0, dueAt: 0)
    gathering.take()
    gathering.again(at: 50)
    #expect(gathering.wait(at: 50) == 1000 && gathering.wait(at: 1050) == 0)
    gathering.note(at: 60)
    #expect(gathering.wait(at: 60) == 990)
  }
}
