/// What the command knows of a request: written into `Generated` from the request's own declaration,
/// so that the command starts without everything that answers requests.
struct MethodDescription: Sendable {
  /// Such as `contact.add`.
  let name: String
  let summary: String
  /// Whether it writes: then it takes a key, and can be tried out.
  let isChange: Bool
  let permission: PermissionDescription
  let fields: [FieldDescription]
  /// Parameters that the manual shows, each a JSON object.
  let examples: [String]

  var words: [String] {
    name.replacing("_", with: "-").split(separator: ".").map(String.init)
  }

  static var all: [MethodDescription] { names.compactMap { named($0) } }
}
