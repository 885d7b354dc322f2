package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes in a batch of contacts from a file; the same rows again change nothing (DOMAIN C10).
package struct ImportContacts: PreparedRequest {
  package static let method = "contact.import"
  package static let summary =
    "Takes in a batch of contacts from a file; the same rows again change nothing."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let examples = [
    RequestExample(
      "Two rows of a file",
      #"{"source":"import:shop.csv","rows":[{"line":2,"name":"刘电工"},{"line":3,"name":"电力公司","kind":"organisation"}]}"#
    )
  ]

  @Parameter("Where the contacts come from, such as import:shop.csv.", in: 1...100)
  package var source: String?
  @Parameter("What to do with a row whose contact is there already.")
  package var duplicates: ImportPolicy = .skip
  @Parameter("The rows, in the order of the file.", in: 1...500) package var rows: [ImportRow]
  package init() {}

  package func prepare(_ environment: Environment) -> [CheckedRow] {
    rows.map { CheckedRow($0, environment) }
  }

  package func run(
    _ rows: [CheckedRow], in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ImportedContacts {
    var reply = ImportedContacts()
    for row in rows {
      switch row.content {
      case .failure(let error):
        reply.rejected.append(RejectedRow(line: row.line, reasons: error.importReasons))
      case .success(let draft):
        do throws(CallbookError) {
          try take(draft, row.line, in: store, environment, &reply)
        } catch {
          // Only what names a member is about the row; all else is about the store.
          guard !error.violations.isEmpty else { throw error }
          reply.rejected.append(RejectedRow(line: row.line, reasons: error.importReasons))
        }
      }
    }
    return reply
  }

  private func take(
    _ draft: CheckedDraft, _ line: Int, in store: WriteTransaction, _ environment: Environment,
    _ reply: inout ImportedContacts
  ) throws(CallbookError) {
    // Before anything is stored: what is refused leaves nothing behind.
    if let day = draft.verification?.on, day > store.today { throw .dayToCome }
    let known = try draft.known(in: store, duplicates)
    let id: ContactID
    if let known {
      id = known
      if duplicates == .merge, try merge(draft, into: known, in: store, environment) {
        reply.merged.append(KnownRow(line: line, id: known))
      } else {
        reply.known.append(KnownRow(line: line, id: known))
      }
    } else {
      let owner = try Ownership.ofNew(draft.owner, environment.caller, in: store)
      let contact = try draft.contact(source: source, owner: owner, in: store)
      let alike = try store.possibleDuplicates(of: contact)
      try store.insert(contact, importedUID: draft.uid)
      if let verification = draft.verification {
        try store.noteImported(verification, of: contact.id)
      }
      if !draft.people.isEmpty {
        try store.setEmergencyList(of: .contact(contact.id), to: draft.people)
      }
      reply.added += 1
      if !alike.isEmpty { reply.alike.append(AlikeRow(line: line, id: contact.id, others: alike)) }
      id = contact.id
    }
    guard draft.hasLinks else { return }
    let links = try draft.link(id, in: store)
    if links.made { reply.linked += 1 }
    if links.missing { reply.unlinked.append(line) }
  }

  private func merge(
    _ draft: CheckedDraft, into id: ContactID, in store: WriteTransaction,
    _ environment: Environment
  ) throws(CallbookError) -> Bool {
    guard let old = try store.contactIfLive(id, withRemoved: true) else { return false }
    let owner =
      old.owner == nil
      ? try Ownership.ofNew(draft.owner, environment.caller, in: store) : old.owner
    return try draft.merge(into: old, owner: owner, in: store)
  }
}

extension CallbookError {
  fileprivate static let dayToCome = CallbookError(
    .invalidParams, "the row is wrong",
    violations: [Violation("/verified_on", "must not be after today")])

  fileprivate var importReasons: [String] {
    violations.isEmpty ? [message] : violations.map { "\($0.pointer.dropFirst()): \($0.message)" }
  }
}
