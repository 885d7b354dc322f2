import CallbookModel

/// Asks for the value of one input at the terminal until there is one that can be sent.
struct Question {
  let input: InputShape
  /// Whether nothing may be answered.
  let isOptional: Bool
  /// The shop's own field that is asked for, as one of the entries of the input; nil for a parameter.
  let shopField: ShopField?
  private let run: Run

  init(_ input: InputShape, isOptional: Bool, _ run: Run) {
    self.input = input
    self.isOptional = isOptional
    shopField = nil
    self.run = run
  }

  init(_ input: InputShape, of field: ShopField, _ run: Run) {
    self.input = input
    isOptional = !field.isRequired
    shopField = field
    self.run = run
  }

  /// As a JSON Pointer names what is asked for, without its first slash.
  var path: String {
    let name = input.field?.name ?? input.name
    return shopField.map { "\(name)/\($0.key)" } ?? name
  }

  func give(_ answer: String, to given: inout GivenInputs) {
    given.add(input, shopField.map { "\($0.key)=\(answer)" } ?? answer)
  }

  func isAnswered(in given: GivenInputs) -> Bool {
    guard let shopField else { return given.has(input.name) }
    return given.texts(input.name).contains { $0.hasPrefix("\(shopField.key)=") }
  }

  func takeBack(from given: inout GivenInputs) {
    guard let shopField else { return given.remove(input.name) }
    given.remove(input.name, beginning: "\(shopField.key)=")
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
    let title = shopField?.label ?? run.texts.title(of: input.field?.name ?? input.name)
    let hints = choices.isEmpty ? bounds.map { [$0] } ?? [] : choices
    return run.texts.question(title, hints, isOptional: isOptional)
  }

  /// The words, each with what it means.
  private var choices: [String] {
    if let shopField { return words(of: shopField) }
    return input.choices.map { run.texts.wordWithMeaning(input.field?.name ?? "", $0) }
  }

  /// The daemon reads yes and no in both languages.
  private func words(of field: ShopField) -> [String] {
    field.isFlag ? [run.texts.answer(true), run.texts.answer(false)] : field.choices
  }

  private var bounds: String? {
    guard let field = input.field, let limits = field.limits, case .integer = field.value.bare
    else { return nil }
    return "\(limits.lowerBound)–\(limits.upperBound)"
  }

  /// A word may be answered by its meaning.
  private func accepted(_ answer: String) -> String? {
    if let shopField {
      // The daemon reads what is no choice.
      let words = words(of: shopField)
      guard !words.isEmpty else { return answer }
      return words.first { TextFolding.fold($0) == TextFolding.fold(answer) }
    }
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
