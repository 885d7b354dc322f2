package import CallbookJSON
package import CallbookModel

/// A blocking client: sends requests, waits for their answers, and carries on by itself when the
/// daemon restarts meanwhile.
///
/// One thread uses it. A node that it hands out holds until the next line is read.
package final class Client {
  /// Where systemd listens for the daemon.
  package static let standardPath = "/run/callbook/callbook.sock"
  /// How long a reply may take: the longest request is a check of a ledger of millions.
  package static let replyMilliseconds = 600_000
  package static let helloMilliseconds = 10_000
  /// A greeting has some hundred bytes; what speaks more without a line feed is something else.
  static let helloBytes = 65_536

  private let path: String
  private let waiter: any Waiter
  private let randomness: any Randomness
  private let tape = JSONTape(limits: JSONLimits(depth: 64, tokens: 4_000_000))
  private var socket: LineSocket?
  private var lastID = 0
  /// Of the connection that stands, or of the last one.
  package private(set) var greeting: Greeting?
  /// Told of each greeting.
  package var onGreeting: ((Greeting) -> Void)?
  package var replyLimitMilliseconds = replyMilliseconds
  /// Events and bookmarks, in the order in which they come.
  package var onNotification: ((JSONNode) throws(CallbookError) -> Void)?

  package init(
    path: String, waiter: any Waiter = PollWaiter(),
    randomness: any Randomness = SystemRandomness()
  ) {
    self.path = path
    self.waiter = waiter
    self.randomness = randomness
  }

  /// The result of one request.
  package func call(_ call: Call) throws(CallbookError) -> JSONNode {
    var pending: Call? = call
    var answer: Result<JSONNode, CallbookError>?
    try exchange(window: 1) { () throws(CallbookError) in
      defer { pending = nil }
      return pending
    } reply: { _, result throws(CallbookError) in
      answer = result
    }
    guard let answer else { throw .connectionLost }
    return try answer.get()
  }

  /// Sends requests as they come, a few ahead of their answers, and hands over each answer. Requests
  /// of a lost connection are sent again on the next one, in their order and with their keys.
  package func exchange(
    window: Int, next: () throws(CallbookError) -> Call?,
    reply: (Call, Result<JSONNode, CallbookError>) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    var flight = Flight()
    var backOff = BackOff()
    var isAtEnd = false
    while true {
      while !isAtEnd, flight.calls.count < window {
        guard let call = try next() else {
          isAtEnd = true
          break
        }
        flight.add(keyed(call))
      }
      guard !flight.calls.isEmpty else { return }
      do throws(CallbookError) {
        try sendUnsent(&flight)
        let (place, answer) = try nextAnswer(flight)
        if case .failure(let error) = answer, error.passesByItself, let pause = backOff.pause() {
          flight.calls[place].id = nil
          waiter.wait(milliseconds: pause)
          continue
        }
        let call = flight.calls.remove(at: place).call
        backOff = BackOff()
        flight.answer = (call, answer)
      } catch {
        try recover(from: error, &flight, &backOff)
        continue
      }
      if let (call, answer) = flight.answer { try reply(call, answer) }
    }
  }

  /// Reads until something unasked comes, and hands it to ``onNotification``.
  package func receiveNotification(within milliseconds: Int) throws(CallbookError) {
    let line = try nextLine(within: milliseconds)
    guard line["id"] == nil else { return }
    try onNotification?(line)
  }

  package func disconnect() {
    socket = nil
  }

  /// Connects if there is no connection, and reads the greeting.
  @discardableResult
  package func connect() throws(CallbookError) -> Greeting {
    if socket != nil, let greeting { return greeting }
    let made = try LineSocket(path: path)
    socket = made
    do throws(CallbookError) {
      let greeting = try readGreeting()
      self.greeting = greeting
      onGreeting?(greeting)
      return greeting
    } catch {
      socket = nil
      throw error
    }
  }

  /// Whatever is no greeting at all did not come from Callbook's daemon.
  private func readGreeting() throws(CallbookError) -> Greeting {
    do throws(CallbookError) {
      return try Greeting(
        try nextLine(within: Self.helloMilliseconds, atMost: Self.helloBytes), from: path)
    } catch {
      switch error.kind {
      case .parse, .tooLarge: throw .notCallbook(path)
      default: break
      }
      guard error.reason == .noAnswer else { throw error }
      throw .silent(path, milliseconds: Self.helloMilliseconds)
    }
  }

  private func keyed(_ call: Call) -> Call {
    guard call.isChange, call.idempotencyKey == nil, !call.isDryRun else { return call }
    var call = call
    let (high, low) = randomness.next128()
    call.idempotencyKey = UniqueID(high: high, low: low).description
    return call
  }

  private func sendUnsent(_ flight: inout Flight) throws(CallbookError) {
    try connect()
    for place in flight.calls.indices where flight.calls[place].id == nil {
      lastID += 1
      flight.calls[place].id = lastID
      flight.calls[place].wasSent = true
      try socket?.send(flight.calls[place].call.line(id: lastID))
    }
  }

  private func nextAnswer(
    _ flight: Flight
  ) throws(CallbookError) -> (Int, Result<JSONNode, CallbookError>) {
    while true {
      let line = try nextLine(within: replyLimitMilliseconds)
      if let id = line["id"]?.integer, let place = flight.place(of: Int(id)) {
        if let error = line["error"] { return (place, .failure(CallbookError(wire: error))) }
        guard let result = line["result"] else { throw .connectionLost }
        return (place, .success(result))
      }
      if let error = line["error"] { throw CallbookError(wire: error) }
      if line["method"] != nil { try onNotification?(line) }
    }
  }

  private func nextLine(
    within milliseconds: Int, atMost bytes: Int = .max
  ) throws(CallbookError) -> JSONNode {
    guard let socket else { throw .connectionLost }
    return try socket.nextLine(within: milliseconds, atMost: bytes) { bytes throws(CallbookError) in
      try tape.parse(bytes)
    }
  }

  private func recover(
    from error: CallbookError, _ flight: inout Flight, _ backOff: inout BackOff
  ) throws(CallbookError) {
    socket = nil
    flight.forgetConnection()
    let mayReturn =
      error.passesByItself || error.reason == .connectionLost
      || (greeting != nil && error.isAbsence)
    guard mayReturn, let pause = backOff.pause() else { throw flight.explained(error) }
    waiter.wait(milliseconds: pause)
  }
}

extension CallbookError {
  /// Whether the daemon says no now and yes in a moment.
  fileprivate var passesByItself: Bool {
    switch reason {
    case .draining, .loading, .queueFull, .commitUnknown, .tooManyInFlight: true
    default: false
    }
  }

  /// Whether there is no daemon just now. One that starts makes its socket first and opens it to
  /// others then.
  fileprivate var isAbsence: Bool {
    reason == .noSocket || reason == .notRunning || reason == .socketForbidden
  }
}
