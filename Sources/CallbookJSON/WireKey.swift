/// A step of a coding path.
struct WireKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }

  init(_ step: JSONNode.Step) {
    switch step {
    case .name(let name): self.init(stringValue: name)
    case .index(let index): self.init(intValue: index)
    }
  }
}
