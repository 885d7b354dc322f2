/// One value or member name of a text. Tokens stand in the order of the text; the name of a member
/// stands right before its value.
struct JSONToken {
  /// Byte offset into the tape's text; of a string, behind its quote and unescaped.
  var start: UInt32 = 0
  var length: UInt32 = 0
  /// The token after this one and all that is in it. While a container is open: its parent.
  var next: UInt32 = 0
  /// Members or elements of a container; 1 for `true`.
  var count: UInt32 = 0
  /// Of an object: the name found last, where the next search starts, so that members asked for in
  /// their order cost one comparison each. Of a string with escapes: where its source begins.
  var cursor: UInt32 = 0
  var kind: JSONNode.Kind = .null
  var isName = false
  var isEscaped = false

  /// No token: the parent of the outermost value.
  static let none = UInt32.max
}
