import CallbookJSON
import CallbookModel
import CallbookProtocol

/// A request's example as it is typed: the manual's JSON turned into a command.
struct ExampleLine {
  /// Behind `callbook`.
  private(set) var words: [String]

  /// - Returns: nil when the example cannot be typed.
  init?(_ shape: CommandShape, params: String) {
    // An example that is not JSON is found by the tests of the protocol.
    guard let root = try? JSONTape().parse(params.utf8) else { return nil }
    words = shape.words
    for input in shape.positionals {
      guard let field = input.field, let value = root[field.name] else { continue }
      words += Self.texts(value)
    }
    for (name, value) in root.members {
      let inputs = shape.inputs.filter { $0.field?.name == name }
      guard let first = inputs.first, first.place != .positional else {
        if inputs.isEmpty { return nil }
        continue
      }
      words += Self.option(inputs, first, value)
    }
  }

  /// Quoted for a shell where it has to be.
  var text: String { words.map(Self.quoted).joined(separator: " ") }

  private static func option(
    _ inputs: [InputShape], _ first: InputShape, _ value: JSONNode
  ) -> [String] {
    let constant = inputs.first { input in
      guard case .constant(_, let json) = input.meaning else { return false }
      return value.rawBytes == Array(json.utf8)
    }
    if let constant { return [constant.typed] }
    if case .json = first.meaning {
      return [first.typed, String(decoding: value.rawBytes, as: UTF8.self)]
    }
    if case .entry = first.meaning {
      return value.members.flatMap { member in
        [first.typed, "\(member.name)=\(texts(member.value).joined())"]
      }
    }
    if case .object(_, let form) = first.meaning {
      let short = value.elements.map { element in
        Self.short(element, form, inputs)
      }
      if !short.contains(where: \.isEmpty) { return short.flatMap { $0 } }
      guard let whole = inputs.last else { return [] }
      return [whole.typed, String(decoding: value.rawBytes, as: UTF8.self)]
    }
    return texts(value).flatMap { [first.typed, $0] }
  }

  private static func short(
    _ element: JSONNode, _ form: ObjectForm, _ inputs: [InputShape]
  ) -> [String] {
    switch form {
    case .kind:
      guard element.count == 2, let kind = element["kind"]?.string,
        let value = element["value"]?.string, let input = inputs.first(where: { $0.name == kind })
      else { return [] }
      return [input.typed, value]
    case .members(let names):
      guard let input = inputs.first else { return [] }
      var parts = names.map { element[$0]?.string ?? "" }
      while parts.last == "" { parts.removeLast() }
      return [input.typed, parts.joined(separator: ",")]
    }
  }

  private static func texts(_ value: JSONNode) -> [String] {
    if value.kind == .array { return value.elements.flatMap(texts) }
    return [value.string ?? String(decoding: value.rawBytes, as: UTF8.self)]
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./:@,+=".unicodeScalars.contains($0)
      }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}
