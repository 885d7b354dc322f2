import CallbookClient
import CallbookJSON
import CallbookModel
import Testing

@Suite struct ClientTests {
  private static let key = #""idempotency_key":"00000000-0000-0000-0000-000000000001""#
  private static let draining =
    #"{"jsonrpc":"2.0","id":null,"error":{"code":-32016,"message":"stopping","#
    + #""data":{"kind":"unavailable","reason":"DRAINING"}}}"#

  private func client(_ path: String, _ waiter: RecordingWaiter = RecordingWaiter()) -> Client {
    Client(path: path, waiter: waiter, randomness: CountingRandomness())
  }

  private func reason(_ body: () throws(CallbookError) -> Void) -> Reason? {
    do throws(CallbookError) {
      try body()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `a call hands over its result and what was said before it`() throws {
    let server = try ScriptedServer([
      .init(
        greeting: ScriptedServer.hello,
        answers: [
          { _ in
            #"{"jsonrpc":"2.0","method":"event","params":{"seq":7}}"# + "\n"
              + #"{"jsonrpc":"2.0","id":1,"result":{"pong":true}}"#
          }
        ])
    ])
    let client = client(server.path)
    var seen: [Int64] = []
    client.onNotification = { line throws(CallbookError) in
      seen.append(line["params"]?["seq"]?.integer ?? 0)
    }
    #expect(try client.call(Call("rpc.ping"))["pong"]?.boolean == true)
    #expect(seen == [7])
    #expect(client.greeting?.roles == ["agent"])
    let lines = server.finished()
    #expect(lines == [#"{"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":{}}"#])
  }

  @Test func `a change that was cut off is sent again with the same key`() throws {
    let server = try ScriptedServer([
      .init(greeting: ScriptedServer.hello, swallowed: 1),
      .init(greeting: Self.draining),
      .init(
        greeting: ScriptedServer.hello,
        answers: [{ _ in #"{"jsonrpc":"2.0","id":2,"result":{"rev":1}}"# }]),
    ])
    let waiter = RecordingWaiter()
    let result = try client(server.path, waiter).call(Call("contact.add", isChange: true))
    #expect(result["rev"]?.integer == 1)
    let lines = server.finished()
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains(Self.key) })
    #expect(waiter.milliseconds == [20, 40])
  }

  @Test func `a daemon that does not come back is given up after ten seconds`() throws {
    let server = try ScriptedServer([.init(greeting: ScriptedServer.hello, swallowed: 1)])
    let waiter = RecordingWaiter()
    do {
      _ = try client(server.path, waiter).call(Call("contact.add", isChange: true))
      Issue.record("there was nobody to answer")
    } catch {
      #expect(error.committed == .unknown)
      #expect(error.message.contains("--key 00000000-0000-0000-0000-000000000001"))
    }
    #expect(waiter.milliseconds.reduce(0, +) == 10_000)
  }

  @Test func `an error is handed over as it was said`() throws {
    let line =
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32007,"message":"changed","data":{"kind":"#
      + #""conflict","reason":"REVISION_CONFLICT","committed":"no","rev":4,"hint":"callbook x","#
      + #""violations":[{"pointer":"/if_rev","message":"is old"}]}}}"#
    let server = try ScriptedServer([
      .init(greeting: ScriptedServer.hello, answers: [{ _ in line }])
    ])
    do {
      _ = try client(server.path).call(Call("contact.edit", isChange: true))
      Issue.record("the error was lost")
    } catch {
      #expect(
        error
          == CallbookError(
            .revisionConflict, "changed", hint: "callbook x",
            violations: [Violation("/if_rev", "is old")], details: ["rev": .number(4)]))
    }
  }

  @Test func `the reason of a newer daemon keeps its kind`() throws {
    let node = try JSONTape().parse(
      #"{"code":-1,"message":"m","data":{"kind":"conflict","reason":"MOON_FULL"}}"#.utf8)
    let error = CallbookError(wire: node)
    #expect(error.reason == .unknown)
    #expect(error.wireKind == .conflict)
    #expect(error.details["reason"] == .text("MOON_FULL"))
  }

  @Test func `who is not staff is told what the daemon says`() throws {
    let line =
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32005,"message":"you are not staff","#
      + #""data":{"kind":"unauthenticated","reason":"NOT_STAFF"}}}"#
    let server = try ScriptedServer([.init(greeting: line)])
    let client = client(server.path)
    #expect(
      reason { () throws(CallbookError) in _ = try client.call(Call("rpc.ping")) } == .notStaff)
  }

  @Test func `another version of the protocol is not spoken to`() throws {
    let hello = ScriptedServer.hello.replacing(#""min":1,"max":1"#, with: #""min":5,"max":6"#)
    let server = try ScriptedServer([.init(greeting: hello)])
    let client = client(server.path)
    #expect(
      reason { () throws(CallbookError) in _ = try client.call(Call("rpc.ping")) }
        == .protocolMismatch)
    #expect(server.finished() == [])
  }

  @Test func `no socket and nobody behind it are told apart, at once`() throws {
    let server = try ScriptedServer([])
    _ = server.finished()
    let waiter = RecordingWaiter()
    for (path, expected) in [
      (server.path, Reason.notRunning), (server.path + "-missing", .noSocket),
      (String(repeating: "x", count: 200), .usage),
    ] {
      let client = client(path, waiter)
      #expect(
        reason { () throws(CallbookError) in _ = try client.call(Call("rpc.ping")) } == expected)
    }
    #expect(waiter.milliseconds == [])
  }
}
