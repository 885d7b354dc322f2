package import CallbookModel

/// A reply that may hold what not everybody sees (DOMAIN S4).
///
/// The kernel asks every such reply, so that no request can forget to.
package protocol SensitiveReply {
  /// The reply as somebody sees it who owns some contacts and works at the counter as an agent.
  func redacted(for caller: Caller) -> Self
}
