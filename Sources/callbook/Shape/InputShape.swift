/// One thing that can be given to a command: by its place, or by a name.
struct InputShape: Sendable {
  enum Place: Sendable {
    case positional, option
    /// An option without a value.
    case flag
  }

  /// What is made of it.
  enum Meaning: Sendable {
    /// The command itself reads it.
    case general
    /// A day, however it is typed; the command itself reads it.
    case day
    /// The value of a parameter, or one of a list.
    case member(FieldDescription)
    /// A value that the flag stands for, as JSON.
    case constant(FieldDescription, String)
    /// One object of a list, in the short form.
    case object(FieldDescription, ObjectForm)
    /// One member of an object of the shop's own fields: `KEY=VALUE`.
    case entry(FieldDescription)
    /// The whole value as JSON.
    case json(FieldDescription)
  }

  /// Without the dashes.
  let name: String
  let place: Place
  /// What stands for the value in help.
  let placeholder: String
  let isRequired: Bool
  let isRepeated: Bool
  /// Another name that is understood too.
  let alias: String?
  let meaning: Meaning
  private let ownChoices: [String]
  /// Made when help is asked for: most runs never show it.
  private let makeHelp: @Sendable () -> String

  init(
    name: String, place: Place, placeholder: String = "",
    help: @autoclosure @escaping @Sendable () -> String, isRequired: Bool = false,
    isRepeated: Bool = false, alias: String? = nil, meaning: Meaning = .general,
    choices: [String] = []
  ) {
    self.name = name
    self.place = place
    self.placeholder = placeholder
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.alias = alias
    self.meaning = meaning
    ownChoices = choices
    makeHelp = help
  }

  var help: String { makeHelp() }

  /// The closed set that its value is from; empty when there is none.
  var choices: [String] {
    if case .member(let field) = meaning { field.value.words ?? ownChoices } else { ownChoices }
  }

  /// As it is typed.
  var typed: String { place == .positional ? name.uppercased() : "--\(name)" }

  func isCalled(_ word: String) -> Bool { word == name || word == alias }
}
