import CallbookJSON
import CallbookModel
import Testing

@testable import callbook

@Suite struct DerivedCommandTests {
  private static let texts = Texts(.english)

  @Test(arguments: MethodDescription.names)
  func `every parameter can be given, each under a name of its own`(name: String) throws {
    let method = try #require(MethodDescription.named(name))
    let shape = CommandShape(of: method, Self.texts)
    let names = shape.inputs.flatMap { [$0.name, $0.alias].compactMap { $0 } }
    let twice = Set(names.filter { name in names.count { $0 == name } > 1 })
      .filter { name in !shape.inputs.contains { $0.name == name && $0.alias == name } }
    #expect(twice.isEmpty)
    for field in method.fields {
      let inputs = shape.inputs.filter { $0.field?.name == field.name }
      #expect(!inputs.isEmpty, "\(name): \(field.name) cannot be given")
      for input in inputs { try checkReachable(input, field, method) }
    }
  }

  /// Gives one input alone and looks for its parameter in what would be sent.
  private func checkReachable(
    _ input: InputShape, _ field: FieldDescription, _ method: MethodDescription
  ) throws {
    var given = GivenInputs()
    given.add(input, sample(input))
    let bytes = try ParamsWriter(given, Self.texts).params(of: method.fields)
    let root = try JSONTape().parse(bytes)
    #expect(root.count == 1)
    #expect(root[field.name] != nil, "\(method.name): \(input.typed) gives nothing")
  }

  private func sample(_ input: InputShape) -> String {
    if case .json = input.meaning { return "[]" }
    guard let value = input.field?.value.bare else { return "" }
    return sample(value)
  }

  private func sample(_ value: ValueDescription) -> String {
    switch value {
    case .integer: "7"
    case .word(let words): words.last ?? ""
    case .list(let element): sample(element)
    case .nullable(let inner): sample(inner)
    case .fields: "key=x"
    case .text, .time, .date, .boolean, .object, .any: "x"
    }
  }

  @Test(arguments: MethodDescription.names)
  func `an example that is typed gives the parameters that it was made from`(name: String) throws {
    let method = try #require(MethodDescription.named(name))
    let shape = CommandShape(of: method, Self.texts)
    for example in method.examples {
      let line = try #require(
        ExampleLine(shape, params: example), "\(name): \(example) cannot be typed")
      let given = try InputReader.read(line.words.dropFirst(2), as: shape, Self.texts)
      let sent = try ParamsWriter(given, Self.texts).params(of: method.fields)
      #expect(try sorted(sent) == sorted(Array(example.utf8)))
    }
  }

  /// The members in the order of their names: a command sends them in that of the declaration.
  private func sorted(_ json: [UInt8]) throws -> [String] {
    try JSONTape().parse(json).members.map { name, value in
      "\(name)=\(PrettyJSON.text(value))"
    }.sorted()
  }

  @Test func `a point's kind is an option, and the second of a kind is a backup`() throws {
    let method = try #require(MethodDescription.named("contact.add"))
    let given = try InputReader.read(
      ["王小明", "--phone", "199 0000 0001", "--phone=199 0000 0002", "--email", "a@example.com"],
      as: CommandShape(of: method, Self.texts), Self.texts)
    let sent = try ParamsWriter(given, Self.texts).params(of: method.fields)
    #expect(
      String(decoding: sent, as: UTF8.self)
        == #"{"name":"王小明","points":[{"kind":"phone","value":"199 0000 0001"},"#
        + #"{"kind":"phone","value":"199 0000 0002","rank":"backup"},"#
        + #"{"kind":"email","value":"a@example.com"}]}"#)
    #expect(ParamsWriter(given, Self.texts).name(of: "/points/1/value") == "--phone (the 2nd)")
  }

  @Test func `a missing field of the shop's own is named as it is typed`() throws {
    let method = try #require(MethodDescription.named("contact.edit"))
    let shape = CommandShape(of: method, Self.texts)
    for words in [["c1"], ["c1", "--field", "size=small"]] {
      let given = try InputReader.read(words, as: shape, Self.texts)
      let params = ParamsWriter(given, Self.texts)
      #expect(params.name(of: "/fields/paper", among: shape.inputs) == "--field paper=")
    }
  }

  @Test func `people are typed with commas, also Chinese ones`() throws {
    let method = try #require(MethodDescription.named("emergency.set"))
    let given = try InputReader.read(
      ["--person", "刘电工， 199 0000 7777 ，电工", "--person", ",,物业"],
      as: CommandShape(of: method, Self.texts), Self.texts)
    let sent = try ParamsWriter(given, Self.texts).params(of: method.fields)
    #expect(
      String(decoding: sent, as: UTF8.self)
        == #"{"people":[{"name":"刘电工","phone":"199 0000 7777","relation":"电工"},"#
        + #"{"relation":"物业"}]}"#)
  }

  @Test(arguments: [
    (["contact", "edit"], "ID missing"),
    (["contact", "edit", "c1", "--nane", "x"], "did you mean --name?"),
    (["contact", "edit", "c1", "--name"], "--name needs a value"),
    (["contact", "edit", "c1", "--name", "a", "--name", "b"], "--name is given twice"),
    (["contact", "edit", "c1", "c2"], "a word too many"),
    (["contact", "edit", "c1", "--notes", "a", "--clear-notes"], "exclude each other"),
    (["contact", "edit", "c1", "--if-rev", "new"], "--if-rev must be a whole number"),
    (["contact", "edit", "c1", "--kind", "persom"], "did you mean person?"),
    (["contact", "add", "x", "--points", "[{"], "--points is not JSON"),
    (["contact", "edti", "c1"], "did you mean contact edit?"),
    (["frobnicate"], "there is no command frobnicate"),
    (["system", "status", "--socket"], "--socket needs a value"),
    (["call", "rpc.ping", "[]"], "must be a JSON object"),
    ([], ""),
  ])
  func `a mistyped command says what would be right, without asking anybody`(
    words: [String], message: String
  ) {
    let typed = Typed(words, socket: "/nonexistent")
    #expect(typed.status == .usage)
    #expect(message.isEmpty || typed.errors.contains(message), "\(typed.errors)")
  }
}
