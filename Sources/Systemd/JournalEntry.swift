/// What the daemon has to say, in typed fields: never a personal value.
package struct JournalEntry: Sendable, Equatable {
  package let messageID: MessageID
  package let priority: Priority
  /// One sentence for a person.
  package let message: String
  package var fields: [JournalField]

  package init(
    messageID: MessageID, priority: Priority, message: String, fields: [JournalField] = []
  ) {
    self.messageID = messageID
    self.priority = priority
    self.message = message
    self.fields = fields
  }
}
