import CallbookJSON
import CallbookModel

/// A line of JSON that did not become a contact, with the reason, as a line of JSON.
enum JSONReject {
  /// The members of an import that are the import's own.
  static let ownMembers = ["line", "reason"]

  /// An object keeps its members; anything else becomes the member `text`, to be mended.
  static func append(_ text: String, line: Int, reason: String, to output: inout [UInt8]) {
    var json = JSONWriter(reserving: text.utf8.count + 256)
    json.beginObject()
    if let object = object(text) {
      for (name, value) in object.members where !ownMembers.contains(name) {
        json.key(name)
        json.raw(value.rawBytes)
      }
    } else {
      json.member("text", text)
    }
    json.member("line", line)
    json.member("reason", reason)
    json.endObject()
    json.lineFeed()
    output += json.bytes
  }

  private static func object(_ text: String) -> JSONNode? {
    // What cannot be read is what a reject file is for: it is kept as text.
    guard let node = try? JSONTape().parse(text.utf8), node.kind == .object else { return nil }
    return node
  }
}
