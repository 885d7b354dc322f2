import CallbookClient
import CallbookJSON
import CallbookModel
import Testing

@Suite struct EventFollowerTests {
  private static let subscribed =
    #"{"jsonrpc":"2.0","id":ID,"result":{"subscription":1,"cursor":"9@a"}}"#
  private static let otherHistory =
    #"{"jsonrpc":"2.0","id":ID,"error":{"code":-32009,"message":"the cursor is of another history","#
    + #""data":{"kind":"failed_precondition","reason":"OTHER_HISTORY"}}}"#

  private static func event(_ seq: Int, _ instance: String) -> String {
    "\n" + #"{"jsonrpc":"2.0","method":"event","params":{"subscription":1,"seq":\#(seq),"#
      + #""cursor":"\#(seq)@\#(instance)"}}"#
  }

  private static func answer(_ text: String) -> @Sendable (String) -> String {
    { line in
      // The id of the request, as the client counts them.
      let id = line.split(separator: #""id":"#, maxSplits: 1).last?.prefix { $0.isNumber } ?? ""
      return text.replacing("ID", with: id)
    }
  }

  /// Runs until the scripts are over: the daemon says then that nobody is let in any more.
  private func follow(
    _ scripts: [ScriptedServer.Script]
  ) throws -> (incidents: [EventFollower.Incident], seqs: [Int64], lines: [String]) {
    let refusal =
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32005,"message":"no","#
      + #""data":{"kind":"unauthenticated","reason":"NOT_STAFF"}}}"#
    let server = try ScriptedServer(scripts + [.init(greeting: refusal)])
    var incidents: [EventFollower.Incident] = []
    var seqs: [Int64] = []
    let waiter = RecordingWaiter()
    let follower = EventFollower(
      Client(path: server.path, waiter: waiter, randomness: CountingRandomness()), since: "now",
      topics: [], waiter: waiter)
    do throws(CallbookError) {
      try follower.run {
        incidents.append($0)
      } _: { event throws(CallbookError) in
        seqs.append(event["seq"]?.integer ?? 0)
      }
    } catch {
      #expect(error.reason == .notStaff)
    }
    return (incidents, seqs, server.finished())
  }

  @Test func `a lost stream goes on behind the last event`() throws {
    let (incidents, seqs, lines) = try follow([
      .init(
        greeting: ScriptedServer.hello,
        answers: [Self.answer(Self.subscribed + Self.event(10, "a"))]),
      .init(
        greeting: ScriptedServer.hello,
        answers: [Self.answer(Self.subscribed + Self.event(11, "a"))]),
    ])
    #expect(incidents == [.lost, .resumed, .lost])
    #expect(seqs == [10, 11])
    #expect(lines[0].contains(#""since":"now""#) && lines[1].contains(#""since":"10@a""#))
  }

  @Test func `a stream that has had no event yet goes on from where it was begun`() throws {
    let (incidents, _, lines) = try follow([
      .init(greeting: ScriptedServer.hello, answers: [Self.answer(Self.subscribed)]),
      .init(greeting: ScriptedServer.hello, answers: [Self.answer(Self.subscribed)]),
    ])
    #expect(incidents == [.lost, .resumed, .lost])
    #expect(lines[1].contains(#""since":"9@a""#))
  }

  @Test func `whoever gathers events is called when it is time, and told what goes wrong`() throws {
    let server = try ScriptedServer([
      .init(
        greeting: ScriptedServer.hello,
        answers: [Self.answer(Self.subscribed + Self.event(10, "a"))], swallowed: 1)
    ])
    let follower = EventFollower(
      Client(path: server.path, randomness: CountingRandomness()), since: "now", topics: [])
    // At once; when the event has come; when nothing came for a moment.
    var pauses: [Int?] = [0, nil, 1, 0]
    var seen: [String] = []
    follower.pause = { pauses.isEmpty ? nil : pauses.removeFirst() }
    follower.onPause = { () throws(CallbookError) in
      seen.append("pause")
      if pauses.isEmpty { throw CallbookError(.notStaff, "enough") }
    }
    let error = #expect(throws: CallbookError.self) {
      try follower.run { _ in
      } _: { event throws(CallbookError) in
        seen.append("\(event["seq"]?.integer ?? 0)")
      }
    }
    #expect(error?.reason == .notStaff)
    #expect(seen == ["pause", "10", "pause"])
  }

  @Test func `another history is a gap that is told, and followed from now`() throws {
    let (incidents, seqs, lines) = try follow([
      .init(
        greeting: ScriptedServer.hello,
        answers: [Self.answer(Self.subscribed + Self.event(10, "a"))]),
      .init(
        greeting: ScriptedServer.hello,
        answers: [
          Self.answer(Self.otherHistory), Self.answer(Self.subscribed + Self.event(3, "b")),
        ]),
    ])
    #expect(incidents == [.lost, .gap, .begunAnew, .lost])
    #expect(seqs == [10, 3])
    #expect(lines[1].contains(#""since":"10@a""#) && lines[2].contains(#""since":"now""#))
  }
}
