import CallbookModel

/// The shape of a reply, worked out from how its type decodes itself.
package struct ReplySchema: Sendable {
  package let value: ValueSchema
  /// Of an object, its members in order; whether a member may be missing.
  package let members: [(name: String, isOptional: Bool, schema: ReplySchema)]
  /// Whether it is a list of what `members` or `value` describe.
  package let isList: Bool

  init(
    value: ValueSchema, members: [(name: String, isOptional: Bool, schema: ReplySchema)] = [],
    isList: Bool = false
  ) {
    self.value = value
    self.members = members
    self.isList = isList
  }

  package init<Reply: Decodable>(of type: Reply.Type) {
    self = ReplyProbe.example(of: type).schema
  }
}
