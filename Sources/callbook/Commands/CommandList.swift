import CallbookModel
import CallbookProtocol

/// All commands that there are.
enum CommandList {
  /// Those that are more than one request, or that read better than it.
  static let byHand: [any Command] = [
    TodayCommand(), AgendaCommand.day, AgendaCommand.week, FindCommand(), CardCommand(),
    EmergencyCommand(), ReviewCommand(), WatchCommand(), ImportCommand(), ExportCommand(),
    AppointmentExportCommand(), BatchExportCommand(), CompleteCommand(), CalendarShowCommand(),
    CalendarImportCommand(), BusyImportCommand(), PolicyCommand.set, PolicyCommand.reset,
    VerifyCommand.audit,
    VerifyCommand.backup, WhyCommand(), FiguresCommand(), DoctorCommand(), MetricsCommand(),
    DiscoverCommand(), CallCommand(),
    CompletionsCommand(), VersionCommand(),
  ]

  static var all: [any Command] {
    let words = byHand.map(\.words)
    let derived = MethodDescription.all.map { DerivedCommand($0) }
    return byHand + derived.filter { !words.contains($0.words) }
  }

  /// The command that these words begin with, and what is behind it.
  ///
  /// - Throws: `USAGE`.
  static func find(_ words: [String], _ texts: Texts) throws(CallbookError) -> (
    any Command, [String]
  ) {
    let two = Array(words.prefix(2))
    if two.count == 2 {
      if let command = byHand.first(where: { $0.words == two }) {
        return (command, Array(words.dropFirst(2)))
      }
      let name = two.joined(separator: ".").replacing("-", with: "_")
      if let method = MethodDescription.named(name) {
        return (DerivedCommand(method), Array(words.dropFirst(2)))
      }
    }
    if let command = byHand.first(where: { $0.words == [words[0]] }) {
      return (command, Array(words.dropFirst()))
    }
    throw unknown(words, texts)
  }

  private static func unknown(_ words: [String], _ texts: Texts) -> CallbookError {
    let all = all.map { $0.words.joined(separator: " ") }
    let noun = words[0]
    let ofNoun = all.filter { $0.hasPrefix("\(noun) ") }
    let typed = words.prefix(2).joined(separator: " ")
    if let nearest = NearestWord.to(typed, among: all) ?? NearestWord.to(noun, among: all) {
      return CallbookError(
        .usage, texts.noCommand(Layout.cell(typed), nearest: nearest),
        hint: "callbook \(nearest) --help")
    }
    return CallbookError(
      .usage, texts.noCommand(Layout.cell(ofNoun.isEmpty ? noun : typed)),
      hint: ofNoun.isEmpty ? "callbook help" : "callbook help \(noun)")
  }
}
