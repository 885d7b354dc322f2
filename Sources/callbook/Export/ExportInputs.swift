import CallbookFormats
import CallbookModel

/// What can be said of where an export goes and how it is written, whatever it is of.
enum ExportInputs {
  static func output(_ texts: Texts) -> InputShape {
    InputShape(name: "output", place: .option, placeholder: "FILE", help: texts.exportOutputHelp)
  }

  static func headings(_ texts: Texts) -> InputShape {
    InputShape(
      name: "headings", place: .option, placeholder: "LANGUAGE", help: texts.exportHeadingsHelp,
      choices: TableLanguage.allCases.map(\.rawValue))
  }

  /// - Returns: nil for standard output.
  /// - Throws: `USAGE` when the report would stand among the rows.
  static func path(_ run: Run) throws(CallbookError) -> String? {
    let path = run.given.text("output").flatMap { $0 == "-" ? nil : $0 }
    if run.given.has("json"), path == nil {
      throw CallbookError(.usage, run.texts.exportJSONNeedsFile)
    }
    return path
  }

  /// The language of the headings: what was asked for, else what the command itself speaks.
  static func language(_ run: Run, of command: [String]) throws(CallbookError) -> TableLanguage {
    if let named = try choice(run, "headings", of: command, TableLanguage.init(rawValue:)) {
      return named
    }
    return switch run.texts.language {
    case .english: .english
    case .chinese: .chinese
    }
  }

  static func choice<Value>(
    _ run: Run, _ name: String, of command: [String], _ read: (String) -> Value?
  ) throws(CallbookError) -> Value? {
    guard let text = run.given.text(name) else { return nil }
    guard let value = read(text) else {
      throw CallbookError(
        .usage, run.texts.noSuchChoice(name),
        hint: (["callbook", "help"] + command).joined(separator: " "))
    }
    return value
  }

  /// The request's own parameters but for paging.
  static func fields(of method: String) -> [FieldDescription] {
    MethodDescription.named(method)?.fields.filter { !["after", "limit"].contains($0.name) } ?? []
  }

  static func shapes(of method: String, _ texts: Texts) -> [InputShape] {
    let derived = DerivedTexts(
      texts: texts, noun: String(method.split(separator: ".").first ?? ""))
    return fields(of: method).flatMap { InputShape.shapes(of: $0, derived) }
  }
}
