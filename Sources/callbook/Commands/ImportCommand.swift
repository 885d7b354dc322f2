import CallbookFormats
import CallbookJSON
import CallbookModel
import Glibc

/// `callbook contact import shop.csv`
struct ImportCommand: Command {
  let words = ["contact", "import"]

  var shape: CommandShape {
    CommandShape(
      words: words,
      summary: "Adds the contacts of a file: CSV with Chinese or English headings, or vCard.",
      inputs: [
        InputShape(
          name: "file", place: .positional, help: "The file; - for standard input.",
          isRequired: true),
        InputShape(
          name: "encoding", place: .option, placeholder: "NAME",
          help: "Of the file, when it is not what it looks like: "
            + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ") + ".",
          choices: TextEncoding.allCases.map(\.rawValue)),
        InputShape(
          name: "reject", place: .option, placeholder: "FILE",
          help: "Where the rows go that cannot be taken, with the reason. "
            + "Default: NAME-rejects.csv in this directory."),
        InputShape(
          name: "source", place: .option, placeholder: "TEXT",
          help: "Where the contacts come from, when the file does not say. Default: import:NAME."),
        GeneralInputs.ofChanges[0],
      ] + GeneralInputs.all,
      examples: [
        "contact import shop.csv --dry-run", "contact import shop.csv --encoding gb18030",
      ],
      notes: [
        "The same file again changes nothing: a contact that is known by its UID, by its name and a "
          + "phone or email, or by name and company stays as it is. An import that broke off is run "
          + "again.",
        "Ends with 65 when rows were rejected.",
      ],
      permission: "service, operations, manager, admin")
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let path = run.given.text("file") ?? ""
    let file = try ContactFile.open(path, encoding: try Self.encoding(run))
    guard let source = try file.contacts() else {
      throw CallbookError(
        .formatUnknown, "this looks like JSON lines, which are not imported yet",
        hint: "callbook help contact import")
    }
    let name = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    let rejectPath = run.given.text("reject") ?? Self.rejectPath(name, file.format)
    guard path == "-" || !Self.isSameFile(path, rejectPath) else {
      throw CallbookError(.usage, "the rejected rows may not go to the file that is read")
    }
    if run.isDryRun { run.note(Texts.importDryRun) }
    let work = FileImport(
      run, source, rejects: RejectFile(path: rejectPath, headings: source.headings),
      label: run.given.text("source") ?? Self.label(name))
    do throws(CallbookError) {
      try work.carryOut()
    } catch {
      if work.tally.lastLine > 0 { run.note(Texts.stopped(afterLine: work.tally.lastLine)) }
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
        Texts.importSummary(
          added: tally.added, known: tally.known, rejected: tally.rejected, isDryRun: run.isDryRun))
    }
    guard tally.rejected > 0 else { return .done }
    run.note(Texts.rejectsAt(Layout.cell(rejectPath)))
    return .badData
  }

  private static func encoding(_ run: Run) throws(CallbookError) -> TextEncoding? {
    guard let label = run.given.text("encoding") else { return nil }
    guard let encoding = TextEncoding(label: label) else {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw CallbookError(.usage, "--encoding is one of \(known)")
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
