import CallbookJSON
import CallbookModel
import Glibc

/// `callbook appointment export --assignee bob --output bob.ics`
struct AppointmentExportCommand: Command {
  /// A calendar is there to be handed on by another program of the machine.
  private static let mode: mode_t = 0o640
  /// Seconds.
  private static let gathering = 0...3600
  private static let usualGathering = 5

  let words = ["appointment", "export"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.calendarExportSummary,
      inputs: [
        InputShape(
          name: "output", place: .option, placeholder: "FILE", help: texts.exportOutputHelp),
        InputShape(name: "follow", place: .flag, help: texts.calendarFollowHelp),
        InputShape(
          name: "gather", place: .option, placeholder: "SECONDS", help: texts.calendarGatherHelp),
        InputShape(
          name: "assignee", place: .option, placeholder: "USER", help: texts.agendaAssigneeHelp),
        InputShape(
          name: "place", place: .option, placeholder: "NAME", help: texts.agendaPlaceHelp),
        InputShape(
          name: "from", place: .option, placeholder: "DATE", help: texts.calendarFromHelp,
          meaning: .day),
        InputShape(
          name: "until", place: .option, placeholder: "DATE", help: texts.calendarUntilHelp,
          meaning: .day),
        InputShape(
          name: "alarm", place: .option, placeholder: "MINUTES", help: texts.calendarAlarmHelp,
          isRepeated: true),
      ] + GeneralInputs.all(texts),
      examples: [
        "appointment export --output shop.ics", "appointment export --assignee bob --alarm 30",
        "appointment export --place riverside --output riverside.ics --follow",
      ],
      notes: texts.calendarExportNotes,
      permission: MethodDescription.named("appointment.list").map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let output = run.given.text("output").flatMap { $0 == "-" ? nil : $0 }
    guard run.given.has("follow") else { return try once(run, output) }
    guard let output else { throw CallbookError(.usage, run.texts.followNeedsFile) }
    let seconds = Int64(try gathering(run))
    try CalendarFollower(run, output, gatheringMilliseconds: seconds * 1000).follow()
  }

  private func once(_ run: Run, _ output: String?) throws(CallbookError) -> ExitCode {
    let found = try ShopEventsReader(run, run.client()).read()
    guard let output else {
      guard !run.wantsJSON else {
        throw CallbookError(.usage, run.texts.calendarJSONNeedsFile)
      }
      run.surroundings.output.write(found.bytes)
      if let code = run.surroundings.output.failure { throw .unwritable(code) }
      return .done
    }
    try Self.write(found.bytes, to: output)
    let count = found.events.events.count
    guard run.wantsJSON else {
      run.say(run.texts.calendarWritten(count, to: Layout.cell(output)))
      return .done
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("exported", count)
    json.member("file", output)
    json.endObject()
    json.lineFeed()
    run.surroundings.output.write(json.bytes)
    return .done
  }

  static func write(_ bytes: [UInt8], to path: String) throws(CallbookError) {
    let file = try ExportFile(path, mode: mode)
    try file.write(bytes)
    try file.finish()
  }

  private func gathering(_ run: Run) throws(CallbookError) -> Int {
    guard let text = run.given.text("gather") else { return Self.usualGathering }
    guard let seconds = Int(text), Self.gathering.contains(seconds) else {
      throw CallbookError(.usage, run.texts.noSeconds(Self.gathering))
    }
    return seconds
  }
}
