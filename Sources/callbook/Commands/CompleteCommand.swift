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
    let all = try questions(run)
    let known = try known(run)
    var wanted = all.filter { !known.contains($0.path) && !$0.isAnswered(in: given) }
    while true {
      for question in wanted {
        if let answer = try question.ask(answers) { question.give(answer, to: &given) }
      }
      do throws(CallbookError) {
        return try derived(Run(run.surroundings, given))
      } catch {
        // What was typed is not lost: only what was refused is asked again.
        let again = Self.refused(error, all)
        guard !again.isEmpty else { throw error }
        for line in ErrorText.lines(error, run.texts, naming: { $0 }) { run.complain(line) }
        for question in again { question.takeBack(from: &given) }
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

  /// Everything that can be asked, the shop's own fields last.
  private func questions(_ run: Run) throws(CallbookError) -> [Question] {
    let inputs = shape(run.texts).inputs
    let own = Self.fields.compactMap { name in
      inputs.first { $0.field?.name == name }.map {
        Question($0, isOptional: Self.optional.contains(name), run)
      }
    }
    // Whoever gives them as JSON has given all.
    guard let entry = inputs.first(where: { $0.name == "field" }), !run.given.has("fields") else {
      return own
    }
    return own
      + (try ShopField.all(of: "form", withRetired: false, run)).map {
        Question(entry, of: $0, run)
      }
  }

  /// What was refused of the answers; nothing when something else is wrong.
  private static func refused(_ error: CallbookError, _ all: [Question]) -> [Question] {
    let paths = error.violations.map { String($0.pointer.dropFirst()) }
    let questions = paths.compactMap { path in all.first { $0.path == path } }
    return questions.count == paths.count ? questions : []
  }
}
