import CallbookClient
import CallbookModel
import Glibc
import Testing

@testable import callbook

/// Ways in which the daemon is not to be had, each with what to type.
@Suite(.needsDaemon) struct UnreachableTests {
  private func check(
    _ typed: Typed, _ status: ExitCode, _ lines: String..., place: SourceLocation = #_sourceLocation
  ) {
    #expect(typed.status == status, "\(typed.errors)", sourceLocation: place)
    #expect(typed.output.isEmpty, sourceLocation: place)
    for line in lines {
      #expect(typed.errors.contains(line), "\(typed.errors)", sourceLocation: place)
    }
  }

  private func ping(_ socket: String, in language: Language = .english) -> Typed {
    Typed(["rpc", "ping"], socket: socket, in: language)
  }

  @Test func `there is no socket`() {
    let path = "/nonexistent/s"
    check(
      ping(path), .unreachable, "there is no socket at \(path)", "try: callbookd --state-directory")
    check(ping(path, in: .chinese), .unreachable, "\(path) 没有套接字", "请试：callbookd")
    let standard = Typed(["rpc", "ping"], environment: [:])
    if standard.status == .unreachable, standard.errors.contains("no socket") {
      #expect(standard.errors.contains("try: systemctl start callbookd.socket"))
    }
  }

  @Test func `nobody listens on the socket any more`() throws {
    let daemon = try TestDaemon()
    daemon.kill()
    check(ping(daemon.socket), .unreachable, "nobody listens on", "try: callbookd --state")
    check(ping(daemon.socket, in: .chinese), .unreachable, "没有程序在监听")
    let doctor = Typed(["doctor", "--jsonl"], socket: daemon.socket)
    #expect(doctor.status == .no)
    #expect(doctor.output.contains(#"{"check":"daemon","state":"amiss","message":"nobody listens"#))
  }

  @Test(arguments: [
    "220 mail.example.com ESMTP", "{}", #"{"jsonrpc":"2.0","method":"hello"}"#, "[1", "",
    #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}"#,
    String(repeating: "x", count: 100_000),
  ])
  func `what listens is not the daemon`(greeting: String) throws {
    let fake = try FakeDaemon(saying: greeting.isEmpty ? " " : greeting)
    check(ping(fake.socket), .unreachable, "is not Callbook's daemon", "try: ss -xlp src '")
    check(ping(fake.socket, in: .chinese), .unreachable, "不是 Callbook 的守护进程")
  }

  @Test(arguments: [(5, 6, "this command is the older one"), (0, 0, "restart the daemon")])
  func `the daemon speaks another version of the protocol`(
    lowest: Int, highest: Int, what: String
  ) throws {
    let fake = try FakeDaemon(saying: FakeDaemon.hello(lowest, highest))
    check(
      ping(fake.socket), .unreachable, "speaks versions \(lowest) to \(highest) of the protocol",
      what, lowest == 0 ? "try: systemctl restart callbookd" : "try: apt install callbook")
    check(ping(fake.socket, in: .chinese), .unreachable, "协议版本 \(lowest)–\(highest)")
    let doctor = Typed(["doctor", "--jsonl"], socket: fake.socket)
    #expect(doctor.output.contains(#"{"check":"protocol","state":"amiss""#))
  }

  @Test func `what says nothing is said to hang, or to be something else`() {
    let error = CallbookError.silent("/s", milliseconds: 10_000)
    #expect(ExitCode(error) == .tryAgain)
    #expect(
      ErrorText.lines(error, Texts(.english), naming: { $0 }).joined().contains("within 10 s"))
    #expect(
      ErrorText.lines(error, Texts(.chinese), naming: { $0 }).joined().contains("没有在规定时间内应答"))
  }

  @Test func `the daemon is stopping`() throws {
    let fake = try FakeDaemon(
      saying:
        #"{"jsonrpc":"2.0","id":null,"error":{"code":-32016,"message":"the daemon is stopping","#
        + #""data":{"kind":"unavailable","reason":"DRAINING","hint":"systemctl status callbookd"}}}"#
    )
    let waiter = CountingWaiter()
    let typed = Typed(["rpc", "ping"], socket: fake.socket, in: .chinese, waiter: waiter)
    check(typed, .tryAgain, "守护进程正在停止", "请试：systemctl status callbookd")
    #expect(waiter.milliseconds == 10_000)
  }
}
