import CallbookClient

@testable import callbook

/// `callbook.1`, from the commands themselves.
struct CommandPage {
  private let texts = Texts(.english)
  private var page = Roff(
    "callbook", section: 1, source: "Callbook \(VersionCommand.text)", manual: "User Commands")

  static var text: String {
    var page = CommandPage()
    page.writeFront()
    page.writeCommands()
    page.writeBack()
    return page.page.text
  }

  private mutating func writeFront() {
    page.section("NAME")
    page.sentence("callbook - asks the shop's register of contacts, and changes it")
    page.section("SYNOPSIS")
    page.sentence("callbook COMMAND [OPTIONS]")
    page.section("DESCRIPTION")
    page.sentence(
      "callbook speaks to the daemon callbookd(8), which owns the register, over a Unix socket. "
        + "Who may do what is decided by the daemon: a member of staff is a Unix user, and has roles; "
        + "callbook help roles shows them.")
    page.paragraph(
      "Answers go to standard output, everything else to standard error. On a terminal tables are "
        + "fitted to its width; in a pipe nothing is cut, and --json and --jsonl write for programs. "
        + "A change that meets a restart of the daemon is sent again with its idempotency key, and "
        + "made once.")
  }

  private mutating func writeCommands() {
    page.section("AT THE COUNTER")
    for command in CommandList.byHand where command.words.count == 1 { write(command) }
    page.subsection("help [COMMAND]")
    page.sentence("\(texts.helpCommandHelp) help roles: \(texts.helpRolesHelp)")
    let others = CommandList.all.filter { $0.words.count == 2 }
      .sorted { $0.words.joined(separator: " ") < $1.words.joined(separator: " ") }
    var noun = ""
    for command in others {
      if command.words[0] != noun {
        noun = command.words[0]
        page.section(noun.uppercased())
      }
      write(command)
    }
    page.section("OPTIONS OF EVERY COMMAND")
    for input in GeneralInputs.all(texts) { write(input) }
    page.section("OPTIONS OF EVERY CHANGE")
    for input in GeneralInputs.ofChanges(texts) { write(input) }
  }

  private mutating func write(_ command: any Command) {
    let shape = command.shape(texts)
    let general = Set((GeneralInputs.ofChanges(texts) + GeneralInputs.all(texts)).map(\.name))
    page.subsection(shape.usage(texts).replacing("callbook ", with: "", maxReplacements: 1))
    page.sentence(shape.summary)
    for input in shape.inputs where !general.contains(input.name) { write(input) }
    for note in shape.notes { page.paragraph(note) }
    if let permission = shape.permission { page.paragraph(texts.permission(permission)) }
    if !shape.examples.isEmpty { page.examples(shape.examples.map { "callbook \($0)" }) }
  }

  private mutating func write(_ input: InputShape) {
    let value = input.place == .option ? " \(input.placeholder)" : ""
    let times = input.isRepeated && input.place == .option ? " ..." : ""
    let required = input.isRequired && input.place == .option ? texts.requiredMark : ""
    page.item(input.typed + value + times, input.help + required)
  }

  private mutating func writeBack() {
    page.section("EXIT STATUS")
    for code in ExitCode.allCases { page.item("\(code.rawValue)", Self.meaning(code)) }
    page.section("ENVIRONMENT")
    page.item("CALLBOOK_SOCKET", "Where the daemon listens, unless --socket says it.")
    page.item(
      "LC_ALL, LC_MESSAGES, LANG",
      "The language: Chinese where the first of them that is set begins with zh, else English.")
    page.item("NO_COLOR", "When it is set and not empty: no colours.")
    page.item("TZ", "The time zone in which times are shown; else that of the shop.")
    page.section("FILES")
    page.item(Client.standardPath, "Where the daemon listens by default.")
    page.section("SEE ALSO")
    page.sentence("callbookd(8)")
  }

  private static func meaning(_ code: ExitCode) -> String {
    switch code {
    case .done: "Done."
    case .no: "Nothing was found, or the answer is no."
    case .usage: "The command line is wrong."
    case .badData: "What was given is wrong; or rows of an import were rejected."
    case .notFound: "There is no such thing."
    case .unreachable: "The daemon cannot be reached."
    case .failure: "The daemon failed."
    case .conflict: "Somebody was faster, or the state of things does not allow it."
    case .tryAgain: "Not now; the same may work later."
    case .notPermitted: "Not permitted."
    }
  }
}
