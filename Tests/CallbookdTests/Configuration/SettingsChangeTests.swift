import CallbookProtocol
import CallbookServer
import Testing

@testable import callbookd

struct SettingsChangeTests {
  @Test func `a reload takes what it can and names the rest, again and again`() {
    var current = Settings()
    var new = Settings()
    new.limits.connections = 99
    new.limits.depth = 20
    new.server.readBytes = 4096
    new.stateDirectory = "/elsewhere"
    new.drainSeconds = 9
    for round in 1...2 {
      let change = SettingsChange.take(new, into: &current)
      #expect(change.applied == (round == 1 ? ["drain_seconds", "connections"] : []))
      #expect(change.waiting == ["state_directory", "depth", "read_bytes"])
    }
    #expect(current.limits.connections == 99)
    #expect(current.drainSeconds == 9)
    #expect(current.limits.depth == Settings().limits.depth)
    #expect(current.server.readBytes == Settings().server.readBytes)
    #expect(current.stateDirectory == Settings().stateDirectory)
  }

  @Test func `what is set back waits for nothing`() {
    var current = Settings()
    let change = SettingsChange.take(Settings(), into: &current)
    #expect(change == SettingsChange())
  }
}
