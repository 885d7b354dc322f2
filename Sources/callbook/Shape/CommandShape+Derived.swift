extension CommandShape {
  /// The command of a request: nothing in it is written by hand.
  init(of method: MethodDescription, _ texts: Texts) {
    let words = method.words
    let derived = DerivedTexts(texts: texts, noun: words[0])
    let inputs =
      method.fields.flatMap { InputShape.shapes(of: $0, derived) }
      + (method.isChange ? GeneralInputs.ofChanges(texts) : []) + GeneralInputs.all(texts)
    self.init(
      words: words, summary: derived.text(method.summary), inputs: inputs,
      examples: method.examples.compactMap {
        ExampleLine(CommandShape(words: words, summary: "", inputs: inputs), params: $0)?.text
      }, permission: texts.whoMay(method.permission))
  }
}
