import CallbookModel

/// Asks for the value of one input at the terminal until there is one that can be sent.
struct Question {
  let input: InputShape
  /// Whether nothing may be answered.
  let isOptional: Bool
  private let run: Run

  init(_ input: InputShape, isOptional: Bool, _ run: Run) {
    self.input = input
    self.isOptional = isOptional
    self.run = run
  }

  /// - Returns: nil for nothing.
  /// - Throws: `USAGE` when the person ends it.
  func ask(_ source: any LineSource) throws(CallbookError) -> String? {
    while true {
      run.prompt(label)
      guard let line = source.line() else {
        throw CallbookError(.usage, run.texts.brokenOff)
      }
      let answer = TextFolding.trimmed(line)
      if answer.isEmpty {
        if isOptional { return nil }
        run.note(run.texts.answerNeeded)
        continue
      }
      if let word = accepted(answer) { return word }
      run.note(complaint)
    }
  }

  private var label: String {
    let title = run.texts.title(of: input.field?.name ?? input.name)
    let hints = choices.isEmpty ? bounds.map { [$0] } ?? [] : choices
    return run.texts.question(title, hints, isOptional: isOptional)
  }

  /// The words, each with what it means.
  private var choices: [String] {
    input.choices.map { run.texts.wordWithMeaning(input.field?.name ?? "", $0) }
  }

  private var bounds: String? {
    guard let field = input.field, let limits = field.limits, case .integer = field.value.bare
    else { return nil }
    return "\(limits.lowerBound)–\(limits.upperBound)"
  }

  /// A word may be answered by its meaning.
  private func accepted(_ answer: String) -> String? {
    guard let field = input.field else { return answer }
    if !input.choices.isEmpty {
      return input.choices.first { word in
        TextFolding.fold(word) == TextFolding.fold(answer)
          || run.texts.word(field.name, word) == answer
      }
    }
    guard case .integer = field.value.bare else { return answer }
    guard let number = Int(TextFolding.fold(answer)), field.limits?.contains(number) ?? true else {
      return nil
    }
    return String(number)
  }

  private var complaint: String {
    choices.isEmpty
      ? run.texts.numberWithin(bounds ?? "") : run.texts.oneOf(choices)
  }
}
