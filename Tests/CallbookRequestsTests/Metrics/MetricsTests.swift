import CallbookModel
import CallbookProtocol
import CallbookStore
import CallbookTesting
import Foundation
import Testing

@testable import CallbookRequests

/// `system.metrics`: what it says is OpenMetrics, what it counts is what happened, and it names
/// nobody.
struct MetricsTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("parse.py").path

  /// - Returns: what the library found, and the script's exit status.
  private static func parse(_ text: String) throws -> (code: CInt, said: String) {
    let area = try TestDirectory()
    try write(text.utf8, to: area.file("metrics"))
    let program = try Program(
      ["/usr/bin/python3", "-B", script, area.file("metrics")], output: area.file("said"))
    let code = program.wait()
    return (code, CallbookTesting.text(of: area.file("said")))
  }

  private static func metrics(_ connection: TestConnection) throws -> String {
    guard case .string(let text) = try connection.result("system.metrics")["openmetrics"] else {
      throw CallbookError(.internal, "no metrics")
    }
    return text
  }

  @Test func `Prometheus' library reads it, and the names are those of the golden`() throws {
    let (shop, admin) = try ExampleShop.open()
    let (code, said) = try Self.parse(Self.metrics(admin))
    #expect(code == 0, "\(said)")
    try Goldens.check(said, against: "../Goldens/metrics.txt")
    withExtendedLifetime(shop) {}
  }

  @Test(arguments: [
    ("# EOF\n", ""), ("# TYPE callbook_connections gauge", "# TYPE callbook_connections counter"),
    ("callbook_requests_total{", "callbook_requests{"),
    ("# UNIT callbook_store_bytes bytes", "# UNIT callbook_store_bytes seconds"),
    (#"le="+Inf""#, #"le="-Inf""#), (#"method="none""#, "method=none"),
  ]) func `what is no OpenMetrics is found`(_ right: String, _ wrong: String) throws {
    let (shop, admin) = try ExampleShop.open()
    admin.send(#"{"jsonrpc":"2.0","id":1,"method":"no.such"}"#)
    _ = admin.lines()
    let text = try Self.metrics(admin)
    let broken = text.replacing(right, with: wrong)
    #expect(broken != text)
    #expect(try Self.parse(broken).code == 1)
    withExtendedLifetime(shop) {}
  }

  @Test func `every answer is counted once, under its method and outcome`() throws {
    let shop = try TestShop()
    let root = shop.connect()
    _ = try root.result("contact.add", #"{"name":"A"}"#)
    for _ in 0..<3 { _ = try root.result("contact.get", #"{"id":"c1"}"#) }
    _ = try root.failure("contact.get", #"{"id":"c9"}"#)
    _ = try root.failure("contact.get", #"{"id":9}"#)
    _ = try root.failure("contact.edit", #"{"id":"c9","name":"B"}"#)
    _ = try root.result("contact.list")
    _ = try root.result("rpc.ping")
    root.push("{\n".utf8)
    root.push(#"{"jsonrpc":"2.0","id":1,"method":"王小明"}"#.utf8 + [0x0A])
    root.push(Array(repeating: 0x20, count: shop.limits.lineBytes + 1) + [0x0A])
    _ = root.lines()
    let lines = try Self.metrics(root).split(separator: "\n")
    for (method, outcome, count) in [
      ("contact.add", "ok", 1), ("contact.get", "ok", 3), ("contact.get", "not_found", 1),
      ("contact.get", "invalid_params", 1), ("contact.edit", "ok", 0),
      ("contact.edit", "not_found", 1), ("none", "parse", 1), ("none", "method_not_found", 1),
      ("none", "too_large", 1),
    ] {
      let labels = #"{method="\#(method)",outcome="\#(outcome)"}"#
      #expect(lines.contains("callbook_requests_total\(labels) \(count)"), "\(labels)")
    }
    for (work, count) in [("session", 1), ("read", 3), ("long_read", 1), ("change", 2)] {
      #expect(
        lines.contains(#"callbook_request_duration_seconds_count{work="\#(work)"} \#(count)"#),
        "\(work)")
    }
    #expect(lines.contains("callbook_commit_changes_count 1"), "one commit changed something")
    #expect(lines.contains("callbook_ledger_head \(shop.store.headSeq)"))
    #expect(lines.contains(#"callbook_store_state{state="ready"} 1"#))
  }

  @Test func `durations are those of the clock, and fall into their buckets`() throws {
    let shop = try TestShop()
    let root = shop.connect()
    let release = shop.holdWriter()
    root.send(#"{"jsonrpc":"2.0","id":1,"method":"contact.add","params":{"name":"A"}}"#)
    shop.clock.advance(milliseconds: 30)
    release()
    _ = root.lines()
    let lines = try Self.metrics(root).split(separator: "\n")
    let name = "callbook_request_duration_seconds"
    #expect(lines.contains(#"\#(name)_bucket{work="change",le="0.025"} 0"#))
    #expect(lines.contains(#"\#(name)_bucket{work="change",le="0.05"} 1"#))
    #expect(lines.contains(#"\#(name)_bucket{work="change",le="+Inf"} 1"#))
    #expect(lines.contains(#"\#(name)_sum{work="change"} 0.03"#))
  }

  @Test func `no label is personal or without bound`() throws {
    let (shop, admin) = try ExampleShop.open()
    let text = try Self.metrics(admin)
    let methods = Set(MethodTable.all.methods.map(\.name) + ["none"])
    let outcomes = Set(ErrorKind.allCases.map(\.rawValue) + ["ok"])
    for match in text.matches(of: /(\w+)="([^"]*)"/) {
      let value = String(match.2)
      switch match.1 {
      case "method": #expect(methods.contains(value))
      case "outcome": #expect(outcomes.contains(value))
      case "work": #expect(LoopCounts.Work(rawValue: value) != nil)
      case "le": #expect(value == "+Inf" || Double(value) != nil)
      case "state", "reason", "event": #expect(value.wholeMatch(of: /[a-z_]+/) != nil)
      case "version": #expect(value == "1.0.0-test")
      default: Issue.record("\(match.1) is a label that nobody has looked at")
      }
    }
    for value in ["alice", "王小明", "陈晓敏", "1990000", "example.com", "幸福里"] {
      #expect(!text.contains(value))
    }
    withExtendedLifetime(shop) {}
  }

  @Test func `who keeps or watches the machine may ask, and nobody else`() {
    let permission = ShowMetrics.permission
    #expect(permission.roles == [.admin, .auditor, .courier] && permission.isForCaretaker)
  }
}
