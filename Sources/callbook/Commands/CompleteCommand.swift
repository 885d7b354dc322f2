import CallbookJSON
import CallbookModel

/// `callbook callback done k31`: on a terminal it asks for what the form still needs, field by field.
struct CompleteCommand: Command {
  static let method = "callback.done"
  let words = ["callback", "done"]

  /// In the order in which they are asked.
  private static let fields = [
    "point", "transaction", "terminal", "problem", "solution", "running_state", "satisfaction",
    "comment",
  ]
  /// Who may not say how satisfied the customer is leaves it to somebody else.
  private static let optional: Set = ["terminal", "satisfaction", "comment"]

  func shape(_ texts: Texts) -> CommandShape {
    guard let method = MethodDescription.named(Self.method) else {
      preconditionFailure("\(Self.method) is not described")
    }
    var shape = CommandShape(of: method, texts)
    shape.notes = texts.completeNotes
    return shape
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let answers = run.surroundings.answers, !run.wantsJSON else { return try derived(run) }
    var given = run.given
    var wanted = questions(run, given, but: try known(run))
    while true {
      for question in wanted {
        if let answer = try question.ask(answers) { given.add(question.input, answer) }
      }
      do throws(CallbookError) {
        return try derived(Run(run.surroundings, given))
      } catch {
        // What was typed is not lost: only what was refused is asked again.
        let again = refused(error, run)
        guard !again.isEmpty else { throw error }
        for line in ErrorText.lines(error, run.texts, naming: { $0 }) { run.complain(line) }
        for question in again { given.remove(question.input.name) }
        wanted = again
      }
    }
  }

  private func derived(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let method = MethodDescription.named(Self.method) else { return .failure }
    return try DerivedCommand(method).run(run)
  }

  /// Says whom to call where before the questions.
  ///
  /// - Returns: what of the form the callback itself answers.
  private func known(_ run: Run) throws(CallbookError) -> [String] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", run.given.text("id") ?? "")
    json.endObject()
    let callback = try run.ask("callback.get", json.bytes)
    let words = [
      callback["id"]?.string, callback["contact"]?.string, callback["name"]?.string,
      callback["number"]?["value"]?.string, callback["terminal"]?.string,
      callback["reason"]?.string,
    ]
    run.complain(words.compactMap { $0 }.map(Layout.cell).joined(separator: "  "))
    return [
      callback["number"]?["point"] == nil ? nil : "point",
      callback["terminal"]?.string == nil ? nil : "terminal",
    ].compactMap { $0 }
  }

  private func questions(_ run: Run, _ given: GivenInputs, but known: [String]) -> [Question] {
    let inputs = shape(run.texts).inputs
    return Self.fields.compactMap { name in
      guard !known.contains(name), let input = inputs.first(where: { $0.field?.name == name }),
        !given.has(input.name)
      else { return nil }
      return Question(input, isOptional: Self.optional.contains(name), run)
    }
  }

  /// What was refused of the answers; nothing when something else is wrong.
  private func refused(_ error: CallbookError, _ run: Run) -> [Question] {
    let inputs = shape(run.texts).inputs
    let names = error.violations.map { $0.pointer.dropFirst() }
    let questions = names.compactMap { name in
      inputs.first { $0.field.map { $0.name == name } ?? false }
        .map { Question($0, isOptional: Self.optional.contains($0.field?.name ?? ""), run) }
    }
    return questions.count == names.count ? questions : []
  }
}
