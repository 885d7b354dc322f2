import Testing

@testable import callbook

/// Visits that come round as somebody at the counter types and reads them.
@Suite(.needsDaemon) struct SeriesCommandTests {
  @Test func `what was done is shown, also where no visit had to be cancelled for it`() throws {
    let daemon = try TestDaemon()
    for words in [
      ["contact", "add", "王小明"],
      [
        "series", "add", "c1", "--kind", "visit", "--start", "+9d", "--cycle", "P1Y", "--count",
        "2",
      ],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(typed.errors)")
    }
    let ended = daemon.typed(
      "series", "end", "s1", "--from", "+60d", "--reason", "customer_request")
    #expect(ended.status == .done && ended.errors == "")
    #expect(ended.output.contains("s1") && ended.output.contains("ended"), "\(ended.output)")
  }

  @Test func `cancelling nothing is said to be that`() throws {
    let none = try TestDaemon().typed(
      "appointment", "cancel-many", "--reason", "shop_closed", "--from", "+9d", "--until", "+10d")
    #expect(none.output == "" && none.errors == "callbook: \(Texts(.english).nothingFound)\n")
  }
}
