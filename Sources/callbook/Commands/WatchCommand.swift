import CallbookClient
import CallbookJSON
import CallbookModel

/// `callbook watch`: what is changed, as it is changed.
struct WatchCommand: Command {
  let words = ["watch"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words,
      summary: texts.watchSummary,
      inputs: [
        InputShape(
          name: "since", place: .option, placeholder: "CURSOR",
          help: texts.watchSinceHelp),
        InputShape(
          name: "topic", place: .option, placeholder: "TEXT",
          help: texts.watchTopicHelp, isRepeated: true),
      ] + GeneralInputs.all(texts),
      examples: ["watch", "watch --since start --topic contact", "watch --jsonl"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let follower = EventFollower(
      run.client(), since: run.given.text("since") ?? "now", topics: run.given.texts("topic"),
      waiter: run.surroundings.waiter)
    let reminders = FiredReminderText(run, asking: run.client())
    try follower.run { incident in
      switch incident {
      case .lost: run.note(run.texts.watchLost)
      case .resumed: run.note(run.texts.watchResumed)
      case .begunAnew: run.note(run.texts.watchBegunAnew)
      case .gap: run.note(run.texts.watchGap)
      }
    } _: { event throws(CallbookError) in
      if run.wantsJSON {
        run.surroundings.output.write(event.rawBytes + [0x0A])
      } else {
        run.say(reminders.line(event) ?? Self.line(event, run))
      }
    }
  }

  /// Time, who, what, which fields.
  private static func line(_ event: JSONNode, _ run: Run) -> String {
    let reply = ReplyText(method: "events.subscribe", run: run)
    let at = event["at"].map { reply.text($0, of: "at") } ?? ""
    let fields = event["fields"].map { reply.text($0, of: "fields") } ?? ""
    let words = [event["event"]?.string ?? "", event["subject"]?.string ?? "", fields]
    let what = words.filter { !$0.isEmpty }.joined(separator: "  ")
    return Layout.cell("\(at)  \(CellWidth.padded(reply.who(event), toCells: 12))  \(what)")
  }
}
