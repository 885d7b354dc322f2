import CallbookClient
import CallbookModel

/// Times and days as they were typed, made into what requests take: in the shop's time zone, which the
/// daemon says, whatever this machine's is.
struct TypedTimes {
  private let run: Run
  private let now: Instant

  init(_ run: Run) {
    self.run = run
    now = run.surroundings.clock.now()
  }

  /// The same run with every time of its request resolved; what is in the form of the wire stays, and
  /// the daemon is asked only for the rest. On a terminal it says what the rest was taken for.
  func resolved() throws(CallbookError) -> Run {
    guard run.given.list.contains(where: { Self.isTyped($0) }) else { return run }
    let zone = try shopZone()
    var given = GivenInputs()
    for input in run.given.list {
      guard Self.isTyped(input), let form = input.shape.form else {
        given.add(input.shape, input.text)
        continue
      }
      let text = try resolve(input.text, as: form, of: input.shape, zone)
      given.add(input.shape, text)
    }
    return Run(run.surroundings, given)
  }

  private static func isTyped(_ input: GivenInputs.Given) -> Bool {
    switch input.shape.form {
    case .time?: Instant(input.text) == nil
    case .date?: CalendarDate(input.text) == nil
    case nil: false
    }
  }

  private func resolve(
    _ text: String, as form: InputShape.Form, of shape: InputShape, _ zone: TimeZoneRules
  ) throws(CallbookError) -> String {
    do throws(TypedTime.Problem) {
      let typed = try TypedTime.parse(text, now: now, zone: zone)
      switch form {
      case .time:
        let instant = try typed.instant()
        echo(shape, run.texts.resolved(instant, zone))
        return instant.description
      case .date:
        let date = try typed.day()
        echo(shape, run.texts.resolved(date))
        return date.description
      }
    } catch {
      throw CallbookError(
        .usage, run.texts.problem(error, of: shape.typed, form, zone), hint: "callbook help times")
    }
  }

  private func echo(_ shape: InputShape, _ text: String) {
    guard run.surroundings.areErrorsOnTerminal else { return }
    run.complain(run.texts.title(shape.name) + run.texts.either(" ", "") + text)
  }

  private func shopZone() throws(CallbookError) -> TimeZoneRules {
    let name = try run.client().connect().timeZone
    guard let rules = run.surroundings.zoneRules(name) else {
      throw CallbookError(.usage, run.texts.zoneUnknown(name))
    }
    return rules
  }
}

extension InputShape {
  /// What may be typed as people say it.
  enum Form: Sendable {
    case time, date
  }

  /// nil for what is no time.
  var form: Form? {
    switch meaning {
    case .day: .date
    case .member(let field): Self.form(of: field.value)
    case .general, .constant, .object, .entry, .json: nil
    }
  }

  private static func form(of value: ValueDescription) -> Form? {
    switch value {
    case .time: .time
    case .date: .date
    case .list(let inner), .nullable(let inner): form(of: inner)
    case .text, .integer, .boolean, .word, .object, .fields, .any: nil
    }
  }

  /// What completions offer: the closed set, or the beginnings of what can be typed.
  var suggestions: [String] {
    switch form {
    case .time?: ["now", "today", "tomorrow", "+1h", "+1d", "+1w"]
    case .date?: ["today", "tomorrow", "+1d", "+1w"]
    case nil: choices
    }
  }
}
