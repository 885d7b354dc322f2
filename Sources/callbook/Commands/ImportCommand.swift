import CallbookFormats
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
        InputShape(
          name: "duplicates", place: .option, placeholder: "POLICY",
          help: texts.importDuplicatesHelp, choices: Self.policies),
        GeneralInputs.dryRun(texts),
      ] + GeneralInputs.all(texts),
      examples: [
        "contact import shop.csv --dry-run", "contact import shop.csv --encoding gb18030",
        "contact import phone.vcf --duplicates merge",
      ],
      notes: texts.importNotes,
      permission: MethodDescription.named("contact.import").map { texts.whoMay($0.permission) })
  }

  private static let policies = ["skip", "merge", "add"]

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let path = run.given.text("file") ?? ""
    let encoding = try Self.encoding(run)
    let policy = run.given.text("duplicates") ?? "skip"
    guard Self.policies.contains(policy) else {
      throw CallbookError(
        .usage, run.texts.duplicatePolicies(Self.policies), hint: "callbook help contact import")
    }
    let file = try ContactFile.open(path, encoding: encoding)
    let fields = file.format == .csv ? try FieldHeadings.ofShop(run) : FieldHeadings()
    let source = try file.contacts(fields: fields)
    let name = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    let rejectPath = run.given.text("reject") ?? Self.rejectPath(name, file.format)
    guard path == "-" || !Self.isSameFile(path, rejectPath) else {
      throw CallbookError(.usage, run.texts.rejectsOverFile)
    }
    if run.isDryRun { run.note(run.texts.importDryRun) }
    let work = FileImport(
      run, source, rejects: RejectFile(path: rejectPath, headings: source.headings),
      label: run.given.text("source") ?? Self.label(name), policy: policy)
    do throws(CallbookError) {
      try work.carryOut()
      if !work.tally.unlinked.isEmpty, !run.isDryRun, path != "-" {
        try work.link(try ContactFile.open(path, encoding: encoding).contacts(fields: fields))
      }
    } catch {
      if work.tally.lastLine > 0 { run.note(run.texts.stopped(afterLine: work.tally.lastLine)) }
      throw error
    }
    return report(work.tally, rejectPath, run)
  }

  private func report(_ tally: ImportTally, _ rejectPath: String, _ run: Run) -> ExitCode {
    if run.wantsJSON {
      run.surroundings.output.write(tally.json(rejectPath: rejectPath))
    } else {
      run.say(run.texts.importSummary(tally, isDryRun: run.isDryRun))
    }
    if tally.unlinkedCount > 0, !run.isDryRun { run.note(run.texts.unlinked(tally.unlinkedCount)) }
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
    let ending =
      switch format {
      case .csv: "csv"
      case .vcard: "vcf"
      case .jsonLines: "jsonl"
      }
    return "\(stem.isEmpty ? name[...] : stem)-rejects.\(ending)"
  }

  /// At most the 100 characters that a source may have.
  private static func label(_ name: String) -> String { String("import:\(name)".prefix(100)) }

  private static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
