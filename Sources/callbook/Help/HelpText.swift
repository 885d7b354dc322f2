import CallbookModel

/// The help of one command.
struct HelpText {
  /// Longer lines are hard to read, also where there is room.
  static let mostColumns = 80

  let shape: CommandShape
  private let texts: Texts
  private let columns: Int

  init(_ shape: CommandShape, _ texts: Texts, columns: Int = mostColumns) {
    self.shape = shape
    self.texts = texts
    self.columns = columns
  }

  var text: String {
    var lines = paragraph(shape.summary)
    lines += [""] + paragraph(texts.usage(shape.usage(texts)))
    let general = Set((GeneralInputs.ofChanges(texts) + GeneralInputs.all(texts)).map(\.name))
    let options = shape.inputs.filter { $0.place != .positional && !general.contains($0.name) }
    lines += section(texts.argumentsTitle, shape.positionals)
    lines += section(texts.optionsTitle, options)
    lines += section(
      texts.generalTitle,
      shape.inputs.filter { $0.place != .positional && general.contains($0.name) })
    if let permission = shape.permission { lines += [""] + paragraph(texts.permission(permission)) }
    for note in shape.notes { lines += [""] + paragraph(note) }
    if !shape.examples.isEmpty {
      lines += ["", texts.title(texts.examplesTitle)] + shape.examples.map { "  callbook \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> [String] { Wrapping.lines(text, columns: columns) }

  private func section(_ title: String, _ inputs: [InputShape]) -> [String] {
    guard !inputs.isEmpty else { return [] }
    return ["", texts.title(title)]
      + inputs.flatMap { input in
        let value = input.place == .option ? " \(input.placeholder)" : ""
        let times = input.isRepeated && input.place == .option ? " ..." : ""
        let required = input.isRequired && input.place == .option ? texts.requiredMark : ""
        return Self.entry(input.typed + value + times, input.help + required, columns)
      }
  }

  /// A name, and beside or below it what it means.
  static func entry(_ name: String, _ help: String, _ columns: Int) -> [String] {
    let indent = columns < 60 ? 6 : 26
    let margin = String(repeating: " ", count: indent)
    let lines = Wrapping.lines(help, columns: columns - indent).map { margin + $0 }
    let head = "  \(name)"
    guard CellWidth.cells(of: head) <= indent - 2, let first = lines.first else {
      return [head] + lines
    }
    return [CellWidth.padded(head, toCells: indent) + first.dropFirst(indent)] + lines.dropFirst()
  }
}
