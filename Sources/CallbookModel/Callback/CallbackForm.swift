/// What was learned when a customer was called back (回访表, DOMAIN K3): one version of it.
package struct CallbackForm: Codable, Sendable, Equatable {
  package let id: FormID
  package let uuid: UniqueID
  /// 1, 2, 3 …; the older ones stay readable.
  package var version: Int64
  /// The number of the newest version.
  package var newest: Int64
  package let callback: CallbackID
  /// The contact that the callback is of now.
  package let contact: ContactID
  /// Its name.
  package var name: String?
  /// Who looks after it.
  package var owner: String?
  package var answers: FormAnswers
  /// Who spoke with the customer; nil for root and the daemon's own user.
  package let `operator`: String?
  /// When that was.
  package let calledAt: Instant
  /// Who wrote this version.
  package var author: String?
  package var writtenAt: Instant
  /// Why it was amended.
  package var why: String?
  /// When the first version was written.
  package let createdAt: Instant
  /// The month of the call in the shop's time zone, such as `2026-05`.
  package let month: String
  /// The value of the number that was used, as it is now.
  package var number: String?
  /// The batch in which it was handed over to operations, and the version that was.
  package var batch: BatchID?
  package var handedVersion: Int64?
  /// What operations made of it, last.
  package var conclusion: FormConclusion?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  package init(
    id: FormID, uuid: UniqueID, version: Int64 = 1, newest: Int64 = 1, callback: CallbackID,
    contact: ContactID, answers: FormAnswers, operator: String?, calledAt: Instant,
    author: String?, writtenAt: Instant, why: String? = nil, createdAt: Instant, month: String
  ) {
    self.id = id
    self.uuid = uuid
    self.version = version
    self.newest = newest
    self.callback = callback
    self.contact = contact
    self.answers = answers
    self.operator = `operator`
    self.calledAt = calledAt
    self.author = author
    self.writtenAt = writtenAt
    self.why = why
    self.createdAt = createdAt
    self.month = month
  }

  private enum CodingKeys: String, CodingKey {
    case id, version, newest, callback, contact, name, owner, `operator`
    case calledAt = "called_at"
    case number, answers, author
    case writtenAt = "written_at"
    case why, month, batch
    case handedVersion = "handed_version"
    case conclusion
    case createdAt = "created_at"
    case uuid
    case isRedacted = "redacted"
  }
}

extension CallbackForm: Identified {
  package static var idLetter: Unicode.Scalar { "f" }
  package static var noun: String { "form" }
}

package typealias FormID = Identifier<CallbackForm>

extension CalendarDate {
  /// Such as `2026-05`.
  package var yearMonth: String { String(description.prefix(7)) }
}
