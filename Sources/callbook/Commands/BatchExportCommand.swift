import CallbookModel

/// `callbook batch export b2 --output b2.csv`: the forms of a batch for whoever works with a
/// spreadsheet.
struct BatchExportCommand: Command {
  private static let method = "batch.forms"

  let words = ["batch", "export"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.batchExportSummary,
      inputs: ExportInputs.shapes(of: Self.method, texts) + [
        ExportInputs.output(texts),
        InputShape(
          name: "format", place: .option, placeholder: "NAME", help: texts.batchExportFormatHelp,
          choices: FormRows.Format.allCases.map(\.rawValue)),
        ExportInputs.headings(texts),
      ] + GeneralInputs.all(texts),
      examples: [
        "batch export b2 --output b2.csv", "batch export b2 --amended --format jsonl",
      ],
      notes: texts.batchExportNotes,
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let path = try ExportInputs.path(run)
    let export = try PagedExport(
      run, Self.method, as: rows(run, path), fields: ExportInputs.fields(of: Self.method),
      .init(
        progress: { run.texts.exportingForms($0) }, done: { run.texts.exportedForms($0, to: $1) }))
    try export.write(to: path)
    return .done
  }

  private func rows(_ run: Run, _ path: String?) throws(CallbookError) -> FormRows {
    let named = try ExportInputs.choice(
      run, "format", of: words, FormRows.Format.init(rawValue:))
    let language = try ExportInputs.language(run, of: words)
    let isJSON = path == nil && run.given.has("jsonl")
    switch named ?? (isJSON ? .jsonLines : path.flatMap(FormRows.Format.init(ofEnding:)) ?? .csv) {
    case .csv:
      return .csv(
        FormTable(
          language, fields: try ShopField.all(of: "form", withRetired: true, run),
          hasByteOrderMark: path != nil))
    case .jsonLines: return .jsonLines
    }
  }
}
