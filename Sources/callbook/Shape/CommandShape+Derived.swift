extension CommandShape {
  /// The command of a request: nothing in it is written by hand.
  init(of method: MethodDescription) {
    let words = method.words
    let inputs =
      method.fields.flatMap(InputShape.shapes)
      + (method.isChange ? GeneralInputs.ofChanges : []) + GeneralInputs.all
    self.init(
      words: words, summary: method.summary, inputs: inputs,
      examples: method.examples.compactMap {
        ExampleLine(CommandShape(words: words, summary: "", inputs: inputs), params: $0)?.text
      }, permission: Texts.whoMay(method.permission))
  }
}
