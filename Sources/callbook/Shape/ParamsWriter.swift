import CallbookJSON
import CallbookModel
import CallbookProtocol

/// Turns what was typed into the parameters of a request. Texts go as they are: the daemon knows
/// what a phone number is.
struct ParamsWriter {
  let given: GivenInputs
  private let texts: Texts
  private let tape = JSONTape()

  init(_ given: GivenInputs, _ texts: Texts) {
    self.given = given
    self.texts = texts
  }

  /// - Throws: `USAGE` for what has the wrong form already.
  func params(of fields: [FieldDescription]) throws(CallbookError) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for field in fields {
      let inputs = given.list.filter { $0.shape.field?.name == field.name }
      guard let first = inputs.first else { continue }
      try checkAgreement(inputs)
      json.key(field.name)
      switch first.shape.meaning {
      case .general, .day: break
      case .constant(_, let text): json.raw(text.utf8)
      case .json: try writeJSON(first, into: &json)
      case .entry: try writeEntries(inputs, into: &json)
      case .object: writeObjects(inputs, field, into: &json)
      case .member:
        if case .list(let element) = field.value.bare {
          json.beginArray()
          for input in inputs { try write(input, as: element, into: &json) }
          json.endArray()
        } else {
          try write(first, as: field.value.bare, into: &json)
        }
      }
    }
    json.endObject()
    return json.bytes
  }

  /// What is wrong at a JSON Pointer, by the name under which it was typed.
  ///
  /// - Parameter shapes: what could have been typed, for what is missing.
  func name(of pointer: String, among shapes: [InputShape] = []) -> String {
    let steps = pointer.split(separator: "/").map(String.init)
    guard let first = steps.first else { return "" }
    let inputs = given.list.filter { $0.shape.field?.name == first }
    let shape = (inputs.map(\.shape) + shapes).first {
      if case .entry = $0.meaning { $0.field?.name == first } else { false }
    }
    if let shape, steps.count > 1 { return "\(shape.typed) \(steps[1])=" }
    guard let input = inputs.first else {
      return steps.count == 1 ? "--\(first.replacing("_", with: "-"))" : pointer
    }
    guard steps.count > 1, let place = Int(steps[1]), inputs.indices.contains(place) else {
      return input.shape.typed
    }
    if case .json = input.shape.meaning { return "\(input.shape.typed) \(pointer)" }
    let typed = inputs[place].shape.typed
    return inputs.count > 1 ? texts.nth(typed, place + 1) : typed
  }

  /// Several inputs of one parameter have to be of one form: none clears and sets.
  private func checkAgreement(_ inputs: [GivenInputs.Given]) throws(CallbookError) {
    guard inputs.count > 1 else { return }
    for input in inputs {
      switch input.shape.meaning {
      case .object, .entry, .general, .day: continue
      case .member(let field):
        if case .list = field.value.bare { continue }
      case .constant, .json: break
      }
      let names = Set(inputs.map(\.shape.typed)).sorted()
      throw CallbookError(.usage, texts.excludeEachOther(names))
    }
    let areObjects = inputs.map { if case .object = $0.shape.meaning { true } else { false } }
    guard Set(areObjects).count == 1 else {
      throw CallbookError(.usage, texts.jsonOrShort)
    }
  }

  private func writeObjects(
    _ inputs: [GivenInputs.Given], _ field: FieldDescription, into json: inout JSONWriter
  ) {
    guard case .list(.object(let members)) = field.value.bare else { return }
    let hasRank = members.contains { $0.name == "rank" }
    var seen: Set<String> = []
    json.beginArray()
    for input in inputs {
      guard case .object(_, let form) = input.shape.meaning else { continue }
      let isFirst = seen.insert(input.shape.name).inserted
      form.write(input.text, isFirst: isFirst, hasRank: hasRank, into: &json)
    }
    json.endArray()
  }

  private func writeEntries(
    _ inputs: [GivenInputs.Given], into json: inout JSONWriter
  ) throws(CallbookError) {
    var keys: Set<String> = []
    json.beginObject()
    for input in inputs {
      let parts = input.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw CallbookError(
          .usage, texts.needsValue(input.shape.name, input.shape.placeholder))
      }
      guard keys.insert(String(parts[0])).inserted else {
        throw CallbookError(.usage, texts.givenTwice("\(input.shape.name) \(parts[0])"))
      }
      json.key(String(parts[0]))
      json.value(parts[1].isEmpty ? nil : String(parts[1]))
    }
    json.endObject()
  }

  private func writeJSON(
    _ input: GivenInputs.Given, into json: inout JSONWriter
  ) throws(CallbookError) {
    do throws(CallbookError) {
      _ = try tape.parse(input.text.utf8)
    } catch {
      throw CallbookError(.usage, texts.notJSON(input.shape.typed, error.message))
    }
    json.raw(input.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
  }

  private func write(
    _ input: GivenInputs.Given, as value: ValueDescription, into json: inout JSONWriter
  ) throws(CallbookError) {
    switch value {
    case .text, .time, .date: json.value(input.text)
    case .integer:
      guard let number = Int64(input.text) else {
        throw CallbookError(.usage, texts.wholeNumber(input.shape.typed))
      }
      json.value(number)
    case .word(let words):
      guard words.contains(input.text) else {
        let nearest = NearestWord.to(input.text, among: words)
        throw CallbookError(
          .usage, texts.wrongWord(input.shape.typed, words, nearest: nearest))
      }
      json.value(input.text)
    case .nullable(let inner): try write(input, as: inner, into: &json)
    case .boolean, .list, .object, .fields, .any: try writeJSON(input, into: &json)
    }
  }
}

extension InputShape {
  /// The parameter that it gives; nil for what the command itself reads.
  var field: FieldDescription? {
    switch meaning {
    case .general, .day: nil
    case .member(let field), .constant(let field, _), .object(let field, _), .entry(let field),
      .json(let field):
      field
    }
  }
}
