import CallbookProtocol
import CallbookRequests

extension CommandShape {
  /// The command of a request: nothing in it is written by hand.
  init(of method: Method) {
    let words = method.name.split(separator: ".").map(String.init)
    let inputs =
      method.parameters.fields.flatMap(InputShape.shapes)
      + (method.effect == .write ? GeneralInputs.ofChanges : []) + GeneralInputs.all
    self.init(
      words: words, summary: method.summary, inputs: inputs,
      examples: method.examples.compactMap {
        ExampleLine(CommandShape(words: words, summary: "", inputs: inputs), params: $0.params)?
          .text
      }, permission: Texts.whoMay(method.permission))
  }
}
