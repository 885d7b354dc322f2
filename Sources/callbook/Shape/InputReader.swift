import CallbookModel
import CallbookProtocol

/// Reads what was typed behind the words of a command.
struct InputReader {
  let shape: CommandShape
  private let texts: Texts
  private(set) var given = GivenInputs()
  private var bare: [String] = []

  init(_ shape: CommandShape, _ texts: Texts) {
    self.shape = shape
    self.texts = texts
  }

  /// - Throws: `USAGE`.
  static func read(
    _ arguments: some Sequence<String>, as shape: CommandShape, _ texts: Texts,
    after earlier: GivenInputs = .init()
  ) throws(CallbookError) -> GivenInputs {
    var reader = InputReader(shape, texts)
    reader.given = earlier
    try reader.read(arguments)
    // Whoever asks for help need not have typed the rest.
    if !reader.given.has("help") { try reader.checkRequired() }
    return reader.given
  }

  private mutating func read(_ arguments: some Sequence<String>) throws(CallbookError) {
    var rest = Array(arguments)[...]
    var areOptionsOver = false
    while let word = rest.popFirst() {
      if areOptionsOver || !word.hasPrefix("-") || word == "-" {
        bare.append(word)
      } else if word == "--" {
        areOptionsOver = true
      } else if word == "-h" {
        try take("help", nil, &rest)
      } else if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        try take(String(parts[0]), parts.count > 1 ? String(parts[1]) : nil, &rest)
      } else {
        throw unknown(word)
      }
    }
    try placeBareWords()
  }

  private mutating func take(
    _ name: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(CallbookError) {
    guard let input = shape.input(called: name) else { throw unknown("--\(name)") }
    if input.place == .flag {
      guard attached == nil else { throw usage(texts.takesNoValue(name)) }
      given.add(input)
      return
    }
    guard input.isRepeated || !given.has(input.name) else {
      throw usage(texts.givenTwice(name))
    }
    guard let value = attached ?? rest.popFirst() else {
      throw usage(texts.needsValue(name, input.placeholder))
    }
    given.add(input, value)
  }

  private mutating func placeBareWords() throws(CallbookError) {
    var free = shape.positionals.filter { !given.has($0.name) }[...]
    for word in bare {
      guard let input = free.first else {
        throw usage(
          shape.positionals.isEmpty ? texts.noBareWords : texts.wordTooMany)
      }
      given.add(input, word)
      if !input.isRepeated { free.removeFirst() }
    }
  }

  private func checkRequired() throws(CallbookError) {
    let missing = shape.inputs.filter { $0.isRequired && !given.has($0.name) }
    guard missing.isEmpty else {
      throw usage(texts.missing(missing.map(\.typed)))
    }
  }

  private func unknown(_ word: String) -> CallbookError {
    let names = shape.inputs.filter { $0.place != .positional }.map { "--\($0.name)" }
    return usage(
      texts.noOption(Layout.cell(word), nearest: NearestWord.to(word, among: names)))
  }

  private func usage(_ message: String) -> CallbookError {
    CallbookError(
      .usage, message, hint: (["callbook"] + shape.words + ["--help"]).joined(separator: " "))
  }
}
