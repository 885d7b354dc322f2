/// What was typed, matched with what can be given.
struct GivenInputs {
  struct Given {
    let shape: InputShape
    /// Empty for a flag.
    let text: String
  }

  private(set) var list: [Given] = []

  mutating func add(_ shape: InputShape, _ text: String = "") {
    list.append(Given(shape: shape, text: text))
  }

  mutating func remove(_ name: String) { list.removeAll { $0.shape.name == name } }

  /// One of the entries of an input.
  mutating func remove(_ name: String, beginning prefix: String) {
    list.removeAll { $0.shape.name == name && $0.text.hasPrefix(prefix) }
  }

  func has(_ name: String) -> Bool { list.contains { $0.shape.name == name } }

  func text(_ name: String) -> String? { list.last { $0.shape.name == name }?.text }

  func texts(_ name: String) -> [String] { list.filter { $0.shape.name == name }.map(\.text) }
}
