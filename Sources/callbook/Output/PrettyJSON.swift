import CallbookJSON

/// JSON with a member a line.
enum PrettyJSON {
  static func text(_ node: JSONNode) -> String {
    var text = ""
    write(node, indent: "", into: &text)
    return text
  }

  private static func write(_ node: JSONNode, indent: String, into text: inout String) {
    let inner = indent + "  "
    switch node.kind {
    case .object where node.count > 0:
      text += "{"
      for (place, (name, value)) in node.members.enumerated() {
        text += place == 0 ? "\n" : ",\n"
        var key = JSONWriter()
        key.value(name)
        text += inner + String(decoding: key.bytes, as: UTF8.self) + ": "
        write(value, indent: inner, into: &text)
      }
      text += "\n\(indent)}"
    case .array where node.count > 0:
      text += "["
      for (place, value) in node.elements.enumerated() {
        text += (place == 0 ? "\n" : ",\n") + inner
        write(value, indent: inner, into: &text)
      }
      text += "\n\(indent)]"
    case .null, .boolean, .integer, .number, .string, .array, .object:
      text += String(decoding: node.rawBytes, as: UTF8.self)
    }
  }
}
