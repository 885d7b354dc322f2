import CallbookFormats
import CallbookJSON
import CallbookModel
import Glibc

/// `callbook contact import shop.csv`
struct ImportCommand: Command {
  let words = ["contact", "import"]

  func shape(_ texts: Texts) -> CommandShape {
    let encodings = TextEncoding.allCases.map(\.rawValue)
    return CommandShape(
      words: words, summary: texts.importSummary,
      inputs: [
        InputShape(
          name: "file", place: .positional, help: texts.importFileHelp, isRequired: true),
        InputShape(
          name: "encoding", place: .option, placeholder: "NAME",
          help: texts.importEncodingHelp(encodings), choices: encodings),
        InputShape(
          name: "reject", place: .option, placeholder: "FILE", help: texts.importRejectHelp),
        InputShape(
          name: "source", place: .option, placeholder: "TEXT", help: texts.importSourceHelp),
        GeneralInputs.dryRun(texts),
      ] + GeneralInputs.all(texts),
      examples: [
        "contact import shop.csv --dry-run", "contact import shop.csv --encoding gb18030",
      ],
      notes: texts.importNotes,
      permission: MethodDescription.named("contact.import").map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let path = run.given.text("file") ?? ""
    let file = try ContactFile.open(path, encoding: try Self.encoding(run))
    guard let source = try file.contacts() else {
      throw CallbookError(
        .formatUnknown, run.texts.jsonLinesNotYet,
        hint: "callbook help contact import")
    }
    let name = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    let rejectPath = run.given.text("reject") ?? Self.rejectPath(name, file.format)
    guard path == "-" || !Self.isSameFile(path, rejectPath) else {
      throw CallbookError(.usage, run.texts.rejectsOverFile)
    }
    if run.isDryRun { run.note(run.texts.importDryRun) }
    let work = FileImport(
      run, source, rejects: RejectFile(path: rejectPath, headings: source.headings),
      label: run.given.text("source") ?? Self.label(name))
    do throws(CallbookError) {
      try work.carryOut()
    } catch {
      if work.tally.lastLine > 0 { run.note(run.texts.stopped(afterLine: work.tally.lastLine)) }
      throw error
    }
    return report(work.tally, rejectPath, run)
  }

  private func report(_ tally: ImportTally, _ rejectPath: String, _ run: Run) -> ExitCode {
    if run.wantsJSON {
      var json = JSONWriter()
      json.beginObject()
      json.member("added", tally.added)
      json.member("known", tally.known)
      json.member("rejected", tally.rejected)
      json.key("reject_file")
      json.value(tally.rejected > 0 ? rejectPath : nil)
      json.endObject()
      json.lineFeed()
      run.surroundings.output.write(json.bytes)
    } else {
      run.say(
        run.texts.importSummary(
          added: tally.added, known: tally.known, rejected: tally.rejected, isDryRun: run.isDryRun))
    }
    guard tally.rejected > 0 else { return .done }
    run.note(run.texts.rejectsAt(Layout.cell(rejectPath)))
    return .badData
  }

  private static func encoding(_ run: Run) throws(CallbookError) -> TextEncoding? {
    guard let label = run.given.text("encoding") else { return nil }
    guard let encoding = TextEncoding(label: label) else {
      throw CallbookError(
        .usage, run.texts.encodings(TextEncoding.allCases.map(\.rawValue)))
    }
    return encoding
  }

  /// `shop.csv` → `shop-rejects.csv`, in the directory where the command was typed.
  private static func rejectPath(_ name: String, _ format: ContactFormat) -> String {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return "\(stem.isEmpty ? name[...] : stem)-rejects.\(format == .vcard ? "vcf" : "csv")"
  }

  /// At most the 100 characters that a source may have.
  private static func label(_ name: String) -> String { String("import:\(name)".prefix(100)) }

  private static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
