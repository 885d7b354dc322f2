import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

/// `callbook busy import li.na.ics --user li.na`
struct BusyImportCommand: Command {
  private static let method = "busy.import"
  /// A year and a day, so that what comes round every year is there.
  private static let usualDays: Int64 = 366
  /// Left out things that are named one by one; the others are counted.
  private static let mostNamed = 10

  let words = ["busy", "import"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.busyImportSummary,
      inputs: [
        InputShape(
          name: "file", place: .positional, help: texts.busyFileHelp, isRequired: true,
          isRepeated: true),
        InputShape(name: "user", place: .option, placeholder: "USER", help: texts.busyUserHelp),
        InputShape(
          name: "until", place: .option, placeholder: "DATE", help: texts.busyUntilHelp,
          meaning: .day),
      ] + GeneralInputs.ofChanges(texts) + GeneralInputs.all(texts),
      examples: ["busy import bob.ics --user bob --dry-run", "busy import work.ics private.ics"],
      notes: texts.busyImportNotes,
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let times = try BusyCalendars(run, window: try window(run)).read()
    for (path, thing) in times.leftOut.prefix(Self.mostNamed) {
      run.note(run.texts.leftOut(thing, of: path))
    }
    if times.leftOut.count > Self.mostNamed {
      run.note(run.texts.moreLeftOut(times.leftOut.count - Self.mostNamed))
    }
    guard times.isReadable else { throw CallbookError(.formatUnknown, run.texts.busyNothingRead) }
    let reply = try run.ask(
      Self.method, times.params(user: run.given.text("user")), isChange: true)
    // As of a file of contacts: something is not there that was in it.
    let code: ExitCode = times.leftOut.isEmpty ? .done : .badData
    if run.wantsJSON {
      run.sayJSON(reply)
      return code
    }
    run.say(run.texts.busyImported(reply, free: times.freeCount, isDryRun: run.isDryRun))
    sayConflicts(reply, run)
    return code
  }

  /// From now until the end of a day by the shop's clocks.
  private func window(_ run: Run) throws(CallbookError) -> BusyCalendars.Window {
    let zone = try ShopHours(run, run.client()).zone()
    let now = run.surroundings.clock.now()
    let today = zone.local(now).date
    let last = try GivenDay.read(run, "until") ?? today.advanced(byDays: Self.usualDays)
    guard last >= today else { throw CallbookError(.usage, run.texts.busyUntilPast) }
    return BusyCalendars.Window(
      span: AppointmentSpan(from: now, to: zone.instant(on: last, at: 1440)), zone: zone)
  }

  private func sayConflicts(_ reply: JSONNode, _ run: Run) {
    guard let count = reply["conflict_count"]?.integer, count > 0 else { return }
    run.say("")
    run.say(run.texts.busyConflicts(count))
    var table = Table(["id", "start_at", "end_at"])
    let conflicts = reply["conflicts"]?.elements.map { $0 } ?? []
    for conflict in conflicts {
      let times = ["start_at", "end_at"].map { run.texts.clock.minute(conflict[$0]?.string ?? "") }
      table.add([conflict["id"]?.string ?? ""] + times)
    }
    run.say(table)
    if conflicts.count < count {
      run.say(run.texts.busyConflictsMore(count - Int64(conflicts.count)))
    }
  }
}
