import CallbookTesting
import Glibc
import Testing

@testable import callbook

@Suite(.needsDaemon) struct MetricsCommandTests {
  @Test func `metrics are printed as they are, or as JSON for programs`() throws {
    let daemon = try TestDaemon()
    let typed = daemon.typed("metrics")
    #expect(typed.status == .done)
    #expect(typed.output.hasPrefix("# TYPE callbook_") && typed.output.hasSuffix("\n# EOF\n"))
    #expect(typed.output.contains("\ncallbook_connections 1\n"))
    for event in ["starting", "ready"] {
      #expect(typed.output.contains(#"callbook_journal_events_total{event="\#(event)"} 1"#))
    }
    let figures = ["resident_memory_bytes", "open_fds", "cpu_seconds_total"]
    for figure in figures {
      let line = typed.output.split(separator: "\n").first {
        $0.hasPrefix("callbook_process_\(figure) ")
      }
      let value = try #require(line?.split(separator: " ").last.flatMap { Double($0) })
      #expect(value > 0, "\(figure)")
    }
    let json = daemon.typed("metrics", "--json")
    #expect(json.status == .done && json.output.contains(##""openmetrics": "# TYPE"##))
  }

  @Test func `the file is whole, readable by everybody, and nothing else is left`() throws {
    let daemon = try TestDaemon()
    let directory = try TestDirectory()
    let path = directory.file("callbook.prom")
    try write(Array("old".utf8), to: path)
    let typed = daemon.typed("metrics", "--output", path)
    #expect(typed.status == .done && typed.output.isEmpty)
    let text = CallbookTesting.text(of: path)
    #expect(text.hasPrefix("# TYPE") && text.hasSuffix("# EOF\n"))
    var found = stat()
    #expect(stat(path, &found) == 0 && found.st_mode & 0o777 == 0o644)
    #expect(directory.names == ["callbook.prom"])
    let failed = daemon.typed("metrics", "--output", directory.file("none/callbook.prom"))
    #expect(failed.status != .done && !failed.errors.isEmpty)
  }

  @Test func `a file stays as it was when the daemon does not answer`() throws {
    let directory = try TestDirectory()
    let path = directory.file("callbook.prom")
    try write(Array("old".utf8), to: path)
    let typed = Typed(
      ["metrics", "--output", path], socket: directory.file("none"), waiter: CountingWaiter())
    #expect(typed.status == .unreachable)
    #expect(bytes(of: path) == Array("old".utf8))
  }
}
