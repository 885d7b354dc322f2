import CallbookJSON
import CallbookModel

/// `callbook call METHOD JSON`: a request as programs make it.
struct CallCommand: Command {
  let words = ["call"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.callSummary,
      inputs: [
        InputShape(
          name: "method", place: .positional, help: texts.callMethodHelp, isRequired: true),
        InputShape(name: "params", place: .positional, help: texts.callParamsHelp),
      ] + GeneralInputs.ofChanges(texts) + GeneralInputs.all(texts),
      examples: [#"call contact.get '{"id":"c1"}'"#, "call rpc.ping"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let method = run.given.text("method") ?? ""
    let text = run.given.text("params") ?? "{}"
    do throws(CallbookError) {
      guard try JSONTape().parse(text.utf8).kind == .object else {
        throw CallbookError(.usage, run.texts.paramsNoObject)
      }
    } catch {
      throw CallbookError(
        .usage, run.texts.paramsWrong(error.message),
        hint: "callbook call rpc.ping '{}'")
    }
    let params = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    // A method of a newer daemon may be a change: a key does no harm to a read.
    let isChange = MethodDescription.named(method)?.isChange ?? true
    run.sayJSON(try run.ask(method, params, isChange: isChange))
    return .done
  }
}
