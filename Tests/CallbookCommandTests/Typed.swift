import CallbookClient
import CallbookModel

@testable import callbook

/// A command that was typed, and what came of it.
struct Typed {
  let status: ExitCode
  let output: String
  let errors: String

  /// Runs it in this process.
  init(
    _ words: [String], socket: String? = nil, columns: Int? = nil, in language: Language = .english,
    environment: [String: String] = [:], waiter: any Waiter = PollWaiter(),
    clock: any WallClock = SystemClock(),
    machine: Machine = Machine(isClockSynchronised: true, zone: "Asia/Shanghai"),
    answers: [String]? = nil, areErrorsOnTerminal: Bool = false
  ) {
    let output = Lines()
    let errors = Lines()
    let surroundings = Surroundings(
      environment: { $0 == "CALLBOOK_SOCKET" ? socket : environment[$0] }, output: output,
      errors: errors, terminalColumns: columns, areErrorsOnTerminal: areErrorsOnTerminal,
      texts: Texts(language), answers: answers.map(TypedLines.init), clock: clock, waiter: waiter,
      machine: { machine })
    status = Program(surroundings).run(words)
    self.output = output.text
    self.errors = errors.text
  }
}

/// Lines that a person types one after another.
private final class TypedLines: LineSource {
  private var rest: [String]

  init(_ lines: [String]) {
    rest = lines
  }

  func line() -> String? { rest.isEmpty ? nil : rest.removeFirst() }
}
