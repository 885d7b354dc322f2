import CallbookClient
import CallbookJSON
import CallbookModel

/// `callbook watch`: what is changed, as it is changed.
struct WatchCommand: Command {
  let words = ["watch"]

  var shape: CommandShape {
    CommandShape(
      words: words,
      summary:
        "Shows changes as they are made, until Ctrl-C; goes on by itself when the daemon restarts.",
      inputs: [
        InputShape(
          name: "since", place: .option, placeholder: "CURSOR",
          help:
            "Where to begin: now, start, or the cursor of the last event that was seen. Default: now."
        ),
        InputShape(
          name: "topic", place: .option, placeholder: "TEXT",
          help: "Only this kind (contact) or event (contact.added). At most 50.", isRepeated: true),
      ] + GeneralInputs.all,
      examples: ["watch", "watch --since start --topic contact", "watch --jsonl"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let follower = EventFollower(
      run.client(), since: run.given.text("since") ?? "now", topics: run.given.texts("topic"),
      waiter: run.surroundings.waiter)
    try follower.run { incident in
      switch incident {
      case .lost: run.note(Texts.watchLost)
      case .resumed: run.note(Texts.watchResumed)
      case .gap: run.note(Texts.watchGap)
      }
    } _: { event throws(CallbookError) in
      if run.wantsJSON {
        run.surroundings.output.write(event.rawBytes + [0x0A])
      } else {
        run.say(Self.line(event))
      }
    }
  }

  /// Time, who, what, which fields.
  private static func line(_ event: JSONNode) -> String {
    let at = event["at"].map { ReplyText.text($0, of: "at") } ?? ""
    let user = ReplyText.who(event)
    let fields = event["fields"].map { ReplyText.text($0, of: "fields") } ?? ""
    let words = [event["event"]?.string ?? "", event["subject"]?.string ?? "", fields]
    let what = words.filter { !$0.isEmpty }.joined(separator: "  ")
    return Layout.cell("\(at)  \(CellWidth.padded(user, toCells: 12))  \(what)")
  }
}
