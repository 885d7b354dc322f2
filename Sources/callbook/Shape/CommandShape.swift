import CallbookModel
import CallbookProtocol

/// A command as its help shows it and as its arguments are read.
struct CommandShape: Sendable {
  /// Such as `contact`, `add`.
  let words: [String]
  let summary: String
  var inputs: [InputShape]
  /// Lines to type, without `callbook`.
  var examples: [String] { makeExamples() }
  /// More sentences for the help, each a paragraph.
  var notes: [String] = []
  /// Who may, in a sentence; nil when anybody may.
  var permission: String?
  private let makeExamples: @Sendable () -> [String]

  init(
    words: [String], summary: String, inputs: [InputShape],
    examples: @autoclosure @escaping @Sendable () -> [String] = [], notes: [String] = [],
    permission: String? = nil
  ) {
    self.words = words
    self.summary = summary
    self.inputs = inputs
    self.notes = notes
    self.permission = permission
    makeExamples = examples
  }

  var positionals: [InputShape] { inputs.filter { $0.place == .positional } }

  func input(called word: String) -> InputShape? { inputs.first { $0.isCalled(word) } }

  /// `callbook contact get [ID] [OPTIONS]`.
  func usage(_ texts: Texts) -> String {
    let places = positionals.map { input in
      let name = input.isRepeated ? "\(input.typed)..." : input.typed
      return input.isRequired ? name : "[\(name)]"
    }
    return (["callbook"] + words + places + [texts.optionsWord]).joined(separator: " ")
  }
}
