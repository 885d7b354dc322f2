import CallbookModel

/// A connection's place in the ledger: all that is kept for whoever follows it, however slowly.
package struct Subscription: Sendable, Equatable {
  package let number: Int
  /// The newest entry that was sent or passed over.
  package internal(set) var seq: Int64
  /// Kinds (`contact`) or events (`contact.added`); empty for everything.
  package let topics: [String]
  /// The newest entry that the client was told of, by an event or a bookmark.
  var toldSeq: Int64

  init(number: Int, after seq: Int64, topics: [String]) {
    self.number = number
    self.seq = seq
    self.topics = topics
    toldSeq = seq
  }

  func wants(event: String, kind: String) -> Bool {
    topics.isEmpty || topics.contains(kind) || topics.contains(event)
  }
}
