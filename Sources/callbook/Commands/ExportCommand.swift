import CallbookFormats
import CallbookJSON
import CallbookModel

/// `callbook contact export --output shop.csv`
struct ExportCommand: Command {
  private static let method = "contact.export"

  let words = ["contact", "export"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.exportSummary,
      inputs: [
        InputShape(
          name: "output", place: .option, placeholder: "FILE", help: texts.exportOutputHelp),
        InputShape(
          name: "format", place: .option, placeholder: "NAME", help: texts.exportFormatHelp,
          choices: ContactFormat.allCases.map(\.rawValue)),
        InputShape(
          name: "vcard-version", place: .option, placeholder: "VERSION",
          help: texts.exportVersionHelp, choices: VCardVersion.allCases.map(\.rawValue)),
        InputShape(
          name: "headings", place: .option, placeholder: "LANGUAGE",
          help: texts.exportHeadingsHelp, choices: TableLanguage.allCases.map(\.rawValue)),
      ] + filters(texts) + GeneralInputs.all(texts),
      examples: [
        "contact export --output shop.csv", "contact export --output phone.vcf --category merchant",
        "contact export --format jsonl",
      ],
      notes: texts.exportNotes,
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let output = run.given.text("output").flatMap { $0 == "-" ? nil : $0 }
    if run.given.has("json"), output == nil {
      throw CallbookError(.usage, run.texts.exportJSONNeedsFile)
    }
    let form = try Self.form(run, output)
    let export = ContactExport(run, form, filter: try filter(run))
    guard let output else {
      _ = try export.carryOut { bytes throws(CallbookError) in
        run.surroundings.output.write(bytes)
        if let code = run.surroundings.output.failure { throw .unwritable(code) }
      }
      return .done
    }
    let file = try ExportFile(output)
    let count = try export.carryOut { bytes throws(CallbookError) in try file.write(bytes) }
    try file.finish()
    report(count, output, run)
    return .done
  }

  private func report(_ count: Int, _ path: String, _ run: Run) {
    guard run.wantsJSON else { return run.say(run.texts.exported(count, to: Layout.cell(path))) }
    var json = JSONWriter()
    json.beginObject()
    json.member("exported", count)
    json.member("file", path)
    json.endObject()
    json.lineFeed()
    run.surroundings.output.write(json.bytes)
  }

  // MARK: What is exported

  private var fields: [FieldDescription] {
    MethodDescription.named(Self.method)?.fields.filter { !["after", "limit"].contains($0.name) }
      ?? []
  }

  /// The request's own parameters but for paging.
  private func filters(_ texts: Texts) -> [InputShape] {
    let derived = DerivedTexts(texts: texts, noun: words[0])
    return fields.flatMap { InputShape.shapes(of: $0, derived) }
  }

  private func filter(_ run: Run) throws(CallbookError) -> [UInt8] {
    let object = try ParamsWriter(run.given, run.texts).params(of: fields)
    return Array(object.dropFirst().dropLast())
  }

  // MARK: How

  private static func form(_ run: Run, _ path: String?) throws(CallbookError) -> ExportForm {
    let named = try choice(run, "format", ContactFormat.init(rawValue:))
    let version = try choice(run, "vcard-version", VCardVersion.init(rawValue:))
    let language = try choice(run, "headings", TableLanguage.init(rawValue:))
    let isJSON = path == nil && run.given.has("jsonl")
    switch named ?? (isJSON ? .jsonLines : path.flatMap(format(ofEnding:)) ?? .csv) {
    case .csv:
      // In a file for Excel, which takes one without the mark for the system's code page.
      return .csv(
        CSVContactWriter(
          language ?? self.language(run.texts), fields: try FieldHeadings.ofShop(run),
          hasByteOrderMark: path != nil))
    case .vcard: return .vcard(VCardWriter(version ?? .v4))
    case .jsonLines: return .jsonLines
    }
  }

  private static func choice<Value>(
    _ run: Run, _ name: String, _ read: (String) -> Value?
  ) throws(CallbookError) -> Value? {
    guard let text = run.given.text(name) else { return nil }
    guard let value = read(text) else {
      throw CallbookError(
        .usage, run.texts.noSuchChoice(name), hint: "callbook help contact export")
    }
    return value
  }

  private static func format(ofEnding path: String) -> ContactFormat? {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": .csv
    case "vcf", "vcard": .vcard
    case "jsonl", "ndjson", "json": .jsonLines
    default: nil
    }
  }

  /// What the command itself speaks.
  private static func language(_ texts: Texts) -> TableLanguage {
    switch texts.language {
    case .english: .english
    case .chinese: .chinese
    }
  }
}
