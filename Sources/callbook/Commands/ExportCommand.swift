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
        ExportInputs.output(texts),
        InputShape(
          name: "format", place: .option, placeholder: "NAME", help: texts.exportFormatHelp,
          choices: ContactFormat.allCases.map(\.rawValue)),
        InputShape(
          name: "vcard-version", place: .option, placeholder: "VERSION",
          help: texts.exportVersionHelp, choices: VCardVersion.allCases.map(\.rawValue)),
        ExportInputs.headings(texts),
      ] + ExportInputs.shapes(of: Self.method, texts) + GeneralInputs.all(texts),
      examples: [
        "contact export --output shop.csv", "contact export --output phone.vcf --category merchant",
        "contact export --format jsonl",
      ],
      notes: texts.exportNotes,
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let path = try ExportInputs.path(run)
    let export = try PagedExport(
      run, Self.method, as: form(run, path), fields: ExportInputs.fields(of: Self.method),
      .init(
        progress: { run.texts.exporting($0) }, done: { run.texts.exported($0, to: $1) }))
    try export.write(to: path)
    return .done
  }

  private func form(_ run: Run, _ path: String?) throws(CallbookError) -> ExportForm {
    let named = try ExportInputs.choice(
      run, "format", of: words, ContactFormat.init(rawValue:))
    let version = try ExportInputs.choice(
      run, "vcard-version", of: words, VCardVersion.init(rawValue:))
    let language = try ExportInputs.language(run, of: words)
    let isJSON = path == nil && run.given.has("jsonl")
    switch named ?? (isJSON ? .jsonLines : path.flatMap(Self.format(ofEnding:)) ?? .csv) {
    case .csv:
      // In a file for Excel, which takes one without the mark for the system's code page.
      return .csv(
        CSVContactWriter(
          language, fields: try FieldHeadings.ofShop(run), hasByteOrderMark: path != nil))
    case .vcard: return .vcard(VCardWriter(version ?? .v4))
    case .jsonLines: return .jsonLines
    }
  }

  private static func format(ofEnding path: String) -> ContactFormat? {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": .csv
    case "vcf", "vcard": .vcard
    case "jsonl", "ndjson", "json": .jsonLines
    default: nil
    }
  }
}
