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

  @Test func `of an edit both series are shown, and the next one is no next page`() throws {
    let daemon = try TestDaemon()
    for words in [
      ["contact", "add", "王小明"],
      ["series", "add", "c1", "--kind", "visit", "--start", "+9d", "--cycle", "P1Y"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(typed.errors)")
    }
    let edited = daemon.typed(
      "series", "edit", "s1", "--from", "+60d", "--time", "11:00", "--reason", "customer_request")
    #expect(edited.status == .done && edited.errors == "")
    for line in ["ended\n  id  ", "next\n  series\n    id  ", "\n    continues   s1\n"] {
      #expect(edited.output.contains(line), "\(line) \(edited.output)")
    }
    #expect(!edited.output.contains("kept"), "nothing was")
  }

  @Test func `cancelling nothing is said to be that`() throws {
    let none = try TestDaemon().typed(
      "appointment", "cancel-many", "--reason", "shop_closed", "--from", "+9d", "--until", "+10d")
    #expect(none.output == "" && none.errors == "callbook: \(Texts(.english).nothingFound)\n")
  }
}
