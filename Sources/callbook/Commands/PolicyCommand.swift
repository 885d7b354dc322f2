import CallbookClient
import CallbookJSON
import CallbookModel

/// `callbook policy set` and `callbook policy reset`. Whether the change itself would be taken is tried
/// on the writer, which does not wait until every contact was looked at; what it would move,
/// `policy.preview` counts on a snapshot. A dry run asks both.
struct PolicyCommand: Command {
  private let name: String

  static let set = PolicyCommand(name: "policy.set")
  static let reset = PolicyCommand(name: "policy.reset")

  var words: [String] { name.split(separator: ".").map(String.init) }

  func shape(_ texts: Texts) -> CommandShape {
    guard let method = MethodDescription.named(name) else {
      preconditionFailure("\(name) is not described")
    }
    var shape = CommandShape(of: method, texts)
    shape.notes = [texts.policyDryRunNote]
    return shape
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let method = MethodDescription.named(name) else { return .failure }
    guard run.isDryRun else { return try DerivedCommand(method).run(run) }
    let params = try ParamsWriter(run.given, run.texts).params(of: method.fields)
    let tried = try run.ask(name, params, isChange: true)
    var json = JSONWriter()
    json.beginObject()
    json.member("setting", tried["key"]?.string ?? "")
    json.member("value", tried["value"]?.string ?? "")
    json.endObject()
    let preview = try run.client().call(Call("policy.preview", json.bytes, isChange: false))
    if run.wantsJSON {
      run.sayJSON(preview)
    } else {
      ReplyText(method: "policy.preview", run: run).say(preview)
    }
    run.note(run.texts.dryRunDone)
    return .done
  }
}
