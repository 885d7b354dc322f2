import CallbookModel
import CallbookRequests
import CallbookTesting

/// What clients and the daemon say to each other, as a file tells it:
///
///     # a comment
///     @ 4001              who speaks from here on, by user ID; `@ 4001 b` is a second connection
///     ! clock 2026-05-03T01:30:00.000Z
///     ! account 4001 -    the account goes; with a name in place of `-`, it is somebody else's
///     ! restart           the daemon ends and starts on the same store; all connections close
///     ! hold, ! release   the writer stops, goes on
///     ! advance 500       milliseconds
///     ! drain             the daemon stops, and has not ended yet
///     > {"jsonrpc":…}     lines that are sent in one piece
///     < {"jsonrpc":…}     every line that comes back, in order; `"…"` stands for any value
struct Conversation {
  /// The file as it would be right: its answers are those that came.
  private(set) var recorded: [String] = []
  private(set) var differences: [String] = []
  /// What really went over the connections, marked as in a file.
  private(set) var traffic: [String] = []
  private let shop: TestShop
  private var connections: [String: TestConnection] = [:]
  private var speaker = "0"
  private var release: (@Sendable () -> Void)?

  init(record: DispatchRecord) throws {
    shop = try TestShop(record: record)
  }

  mutating func replay(_ text: String) throws {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = rest.first {
      switch line.first {
      case ">", "<": try exchange(&rest)
      case "@":
        speaker = String(line.dropFirst(2))
        recorded.append(rest.removeFirst())
      case "!":
        try direct(line.dropFirst(2).split(separator: " ").map(String.init))
        recorded.append(rest.removeFirst())
      default: recorded.append(rest.removeFirst())
      }
    }
    release?()
  }

  private mutating func exchange(_ rest: inout ArraySlice<String>) throws {
    let sent = Self.take(">", from: &rest)
    let expected = Self.take("<", from: &rest)
    let connection = try connection()
    recorded += sent.map { "> " + $0 }
    traffic += ["@ \(speaker)"] + sent.map { "> " + $0 }
    if !sent.isEmpty { connection.push(sent.map { $0 + "\n" }.joined().utf8) }
    if release != nil, expected.isEmpty { return }
    let came = connection.lines()
    traffic += came.map { "< " + $0 }
    for place in 0..<max(came.count, expected.count) {
      let (actual, wanted) = (came.dropFirst(place).first, expected.dropFirst(place).first)
      if let actual, let wanted, try WireValue(text: actual).matches(WireValue(text: wanted)) {
        recorded.append("< " + wanted)
      } else {
        differences.append(
          "after \(sent.last ?? speaker)\n  came \(actual ?? "nothing")\n  not  \(wanted ?? "nothing")"
        )
        if let actual { recorded.append("< " + Self.withoutPlaces(actual)) }
      }
    }
  }

  private static func take(_ mark: Character, from rest: inout ArraySlice<String>) -> [String] {
    let lines = rest.prefix { $0.first == mark }
    rest = rest.dropFirst(lines.count)
    return lines.map { String($0.dropFirst(2)) }
  }

  /// Places in the ledger and UUIDs are the same in every run, but nobody wants to read them.
  private static func withoutPlaces(_ line: String) -> String {
    var line = line
    line.replace(/"(head|cursor|uuid|instance)":"[^"]*"/) { "\"\($0.1)\":\"…\"" }
    return line
  }

  private mutating func connection() throws -> TestConnection {
    if let known = connections[speaker] { return known }
    let uid = UInt32(speaker.prefix { $0.isNumber }) ?? 0
    let made = shop.connect(uid: uid, pid: Int32(connections.count + 100))
    connections[speaker] = made
    return made
  }

  private mutating func direct(_ words: [String]) throws {
    switch (words.first, words.dropFirst().first) {
    case ("clock", let time?): if let time = Instant(time) { shop.clock.set(time) }
    case ("advance", let time?): shop.clock.advance(milliseconds: Int64(time) ?? 0)
    case ("account", let uid?):
      shop.accounts.set(UInt32(uid) ?? 0, words.last == "-" ? nil : words.last)
    case ("restart", nil):
      connections = [:]
      try shop.restart()
    case ("drain", nil): shop.dispatcher.drain()
    case ("hold", nil): release = shop.holdWriter()
    case ("release", nil):
      release?()
      release = nil
    default: differences.append("no such direction: \(words.joined(separator: " "))")
    }
  }
}
