import CallbookModel

/// One run of the command: finds out which command was typed, and runs it.
struct Program {
  let surroundings: Surroundings

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
  }

  private var texts: Texts { surroundings.texts }
  private var helpColumns: Int {
    min(surroundings.terminalColumns ?? HelpText.mostColumns, HelpText.mostColumns)
  }

  func run(_ arguments: [String]) -> ExitCode {
    do throws(CallbookError) {
      return try dispatch(arguments)
    } catch {
      // What a command knows better how to name was told by it; this is about the command line.
      for line in ErrorText.lines(error, texts, naming: { $0 }) { surroundings.errors.line(line) }
      return ExitCode(error)
    }
  }

  private func dispatch(_ arguments: [String]) throws(CallbookError) -> ExitCode {
    let (early, words) = try generalOptions(arguments)
    if early.has("version") { return try run(VersionCommand(), [], early) }
    guard let first = words.first else {
      surroundings.output.line(Overview(texts, columns: helpColumns).text)
      return early.has("help") ? .done : .usage
    }
    if first == "help" { return try help(Array(words.dropFirst())) }
    let (command, rest) = try CommandList.find(words, texts)
    return try run(command, rest, early)
  }

  private func run(
    _ command: any Command, _ arguments: [String], _ early: GivenInputs
  ) throws(CallbookError) -> ExitCode {
    let shape = command.shape(texts)
    let given = try InputReader.read(arguments, as: shape, texts, after: early)
    if given.has("help") {
      surroundings.output.line(HelpText(shape, texts, columns: helpColumns).text)
      return .done
    }
    let run = Run(surroundings, given)
    do throws(CallbookError) {
      return try command.run(TypedTimes(run).resolved())
    } catch {
      let params = ParamsWriter(given, texts)
      let name = { params.name(of: $0, among: shape.inputs) }
      for line in ErrorText.lines(error, texts, naming: name) { surroundings.errors.line(line) }
      return ExitCode(error)
    }
  }

  private func help(_ words: [String]) throws(CallbookError) -> ExitCode {
    switch words.first {
    case nil: surroundings.output.line(Overview(texts, columns: helpColumns).text)
    case "roles"?:
      for line in RolesHelp.table(texts).lines(
        Run(surroundings, GivenInputs()).layout, texts)
      {
        surroundings.output.line(line)
      }
    case "times"?:
      surroundings.output.line(TimesHelp(texts, columns: helpColumns).text)
    default:
      guard let topic = Overview(texts, columns: helpColumns).topic(words) else {
        let (command, _) = try CommandList.find(words, texts)
        surroundings.output.line(HelpText(command.shape(texts), texts, columns: helpColumns).text)
        return .done
      }
      surroundings.output.line(topic)
    }
    return .done
  }

  /// Options before the words of the command, such as `callbook --socket PATH contact get c1`.
  private func generalOptions(
    _ arguments: [String]
  ) throws(CallbookError) -> (GivenInputs, [String]) {
    var inputs = GeneralInputs.all(texts)
    inputs.append(InputShape(name: "version", place: .flag, help: ""))
    let front = arguments.prefix { _ in true }
    var end = front.startIndex
    while end < front.endIndex, front[end].hasPrefix("-") {
      let takesNext = front[end] == "--socket"
      end += takesNext ? 2 : 1
    }
    end = min(end, front.endIndex)
    let shape = CommandShape(words: [], summary: "", inputs: inputs)
    return (try InputReader.read(front[..<end], as: shape, texts), Array(front[end...]))
  }
}
