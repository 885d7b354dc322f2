import CallbookTesting
import Testing

/// Many who want the same few slots at the same time (EXPECTATIONS 12).
struct BookingRaceTests {
  private static let clients = 200
  private static let slots = 10

  @Test func `two hundred clients race for ten slots: ten win, and each loser learns who has it`()
    throws
  {
    let area = try TestDirectory()
    let configuration = area.file("many.conf")
    try write(
      "connections = 400\nconnections_of_one_user = 300\n".utf8, to: configuration)
    let daemon = try Daemon.open(in: area, configuration: configuration)
    let desk = try daemon.connected()
    let starts = try prepare(desk)
    let racers = try (0..<Self.clients).map { _ in try daemon.connected() }
    for (number, racer) in racers.enumerated() {
      let start = starts[number % Self.slots]
      try #require(
        racer.send(
          #"{"jsonrpc":"2.0","id":1,"method":"appointment.book","params":{"contact":"c\#(number + 1)","#
            + #""kind":"visit","duration_minutes":30,"place":"counter","start":"\#(start)"}}"#))
    }
    let answers = try racers.map { try #require($0.line()) }
    let winners = answers.indices.filter { answers[$0].contains(#""result""#) }
    #expect(winners.count == Self.slots)
    #expect(Set(winners.map { $0 % Self.slots }).count == Self.slots, "one for each slot")
    let holders = Dictionary(
      uniqueKeysWithValues: try winners.map {
        ($0 % Self.slots, try #require(between(#""id":""#, #"""#, in: answers[$0])))
      })
    for (number, answer) in answers.enumerated() where !winners.contains(number) {
      #expect(answer.contains(#""reason":"SLOT_TAKEN""#), "\(answer)")
      let holder = try #require(holders[number % Self.slots])
      #expect(answer.contains(#""taken_by":["\#(holder)"]"#), "\(answer)")
      #expect(answer.contains("counter is full with \(holder) from "), "\(answer)")
      #expect(between(#""free":["#, "]", in: answer)?.contains("T") == true, "\(answer)")
    }
    let booked = try #require(desk.ask("appointment.list", "{}"))
    #expect(booked.split(separator: #""sequence":0"#).count - 1 == Self.slots)
    #expect(daemon.stop() == 0)
  }

  /// - Returns: when the ten slots start that are free next.
  private func prepare(_ desk: Client) throws -> [String] {
    let place = desk.ask("place.add", #"{"name":"counter","title":"柜台"}"#)
    try #require(place?.contains(#""result""#) == true, "\(place ?? "")")
    let rows = (1...Self.clients).map { #"{"line":\#($0),"name":"客户\#($0)"}"# }
    let added = desk.ask("contact.import", #"{"rows":[\#(rows.joined(separator: ","))]}"#)
    try #require(added?.contains(#""added":\#(Self.clients),"#) == true, "\(added ?? "")")
    let free = try #require(
      desk.ask(
        "appointment.slots", #"{"duration_minutes":30,"place":"counter","limit":\#(Self.slots)}"#))
    let starts = free.split(separator: #""start_at":""#).dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    try #require(starts.count == Self.slots, "\(free)")
    return starts
  }
}
