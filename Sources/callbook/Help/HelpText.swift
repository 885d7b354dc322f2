import CallbookModel

/// The help of one command.
struct HelpText {
  private static let columns = 80

  let shape: CommandShape

  init(_ shape: CommandShape) {
    self.shape = shape
  }

  var text: String {
    var lines = Self.wrapped(shape.summary, indent: "")
    lines += ["", "\(Texts.usageTitle): \(shape.usage)"]
    let general = Set((GeneralInputs.ofChanges + GeneralInputs.all).map(\.name))
    let options = shape.inputs.filter { $0.place != .positional && !general.contains($0.name) }
    lines += section(Texts.argumentsTitle, shape.positionals)
    lines += section(Texts.optionsTitle, options)
    lines += section(
      Texts.generalTitle,
      shape.inputs.filter { $0.place != .positional && general.contains($0.name) })
    if let permission = shape.permission {
      lines += [""] + Self.wrapped("\(Texts.permissionTitle): \(permission).", indent: "")
    }
    for note in shape.notes { lines += [""] + Self.wrapped(note, indent: "") }
    if !shape.examples.isEmpty {
      lines += ["", "\(Texts.examplesTitle):"] + shape.examples.map { "  callbook \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ inputs: [InputShape]) -> [String] {
    guard !inputs.isEmpty else { return [] }
    return ["", "\(title):"]
      + inputs.flatMap { input in
        let value = input.place == .option ? " \(input.placeholder)" : ""
        let times = input.isRepeated && input.place == .option ? " ..." : ""
        let required = input.isRequired && input.place == .option ? " (required)" : ""
        return Self.entry(input.typed + value + times, input.help + required)
      }
  }

  /// A name, and beside or below it what it means.
  static func entry(_ name: String, _ help: String) -> [String] {
    let indent = String(repeating: " ", count: 26)
    let lines = wrapped(help, indent: indent)
    let head = "  \(name)"
    guard CellWidth.cells(of: head) <= indent.count - 2, let first = lines.first else {
      return [head] + lines
    }
    let beside = CellWidth.padded(head, toCells: indent.count) + first.dropFirst(indent.count)
    return [beside] + lines.dropFirst()
  }

  /// Lines of at most 80 columns, broken at spaces.
  static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let candidate = line.isEmpty ? String(word) : "\(line) \(word)"
      if !line.isEmpty, indent.count + CellWidth.cells(of: candidate) > columns {
        lines.append(indent + line)
        line = String(word)
      } else {
        line = candidate
      }
    }
    return line.isEmpty ? lines : lines + [indent + line]
  }
}
