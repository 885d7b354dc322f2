import CallbookProtocol

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
    /// The value of a parameter, or one of a list.
    case member(FieldSchema)
    /// A value that the flag stands for, as JSON.
    case constant(FieldSchema, String)
    /// One object of a list, in the short form.
    case object(FieldSchema, ObjectForm)
    /// The whole value as JSON.
    case json(FieldSchema)
  }

  /// Without the dashes.
  let name: String
  let place: Place
  /// What stands for the value in help.
  var placeholder = ""
  let help: String
  var isRequired = false
  var isRepeated = false
  /// Another name that is understood too.
  var alias: String?
  var meaning = Meaning.general

  /// As it is typed.
  var typed: String { place == .positional ? name.uppercased() : "--\(name)" }

  func isCalled(_ word: String) -> Bool { word == name || word == alias }
}
