import CallbookJSON
package import CallbookModel
package import CallbookStore

/// An entry of the ledger as it is shown: names of fields, never their values.
package struct LedgerLine: Codable, Sendable, Equatable {
  package let seq: Int64
  package let at: Instant
  package let event: String
  /// The id of what was changed; the kind alone for what there is one of.
  package let subject: String
  package let fields: [String]
  /// Who did it; nil for root and the daemon's own user.
  package let user: String?
  package let uid: UInt32
  package let pid: Int
  package let method: String

  package init(_ entry: LedgerEntry) {
    seq = entry.seq
    at = entry.at
    event = entry.event
    subject = entry.subject.description
    fields = entry.fields
    user = entry.actor.user
    uid = entry.actor.uid
    pid = Int(entry.actor.pid)
    method = entry.method
  }

  /// Appends the members to an object that has been begun.
  func write(into json: inout JSONWriter) {
    json.member("seq", Int(seq))
    json.member("at", at.description)
    json.member("event", event)
    json.member("subject", subject)
    json.key("fields")
    json.beginArray()
    for field in fields { json.value(field) }
    json.endArray()
    json.key("user")
    json.value(user)
    json.member("uid", Int(uid))
    json.member("pid", pid)
    json.member("method", method)
  }
}
