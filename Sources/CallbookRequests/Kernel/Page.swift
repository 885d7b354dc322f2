package import CallbookModel

/// One page of a list.
package struct Page<Item: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  package let items: [Item]
  /// What to give as `after` for the next page; nil on the last one.
  package let next: String?
  /// The ledger's end when the page was read: following it from here misses nothing.
  package let head: EventCursor
}

extension Page: SensitiveReply {
  package func redacted(for caller: Caller) -> Page {
    Page(items: items.map { Access.visible($0, to: caller) }, next: next, head: head)
  }
}
