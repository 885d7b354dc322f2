package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Adds a batch of contacts from a file; rows that are known already change nothing (DOMAIN C10).
package struct ImportContacts: PreparedRequest {
  package static let method = "contact.import"
  package static let summary =
    "Adds a batch of contacts from a file; rows that are known already change nothing."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let examples = [
    RequestExample(
      "Two rows of a file",
      #"{"source":"import:shop.csv","rows":[{"line":2,"name":"刘电工"},{"line":3,"name":"电力公司","kind":"organisation"}]}"#
    )
  ]

  @Parameter("Where the contacts come from, such as import:shop.csv.", in: 1...100)
  package var source: String?
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
        if let known = try draft.known(in: store) {
          reply.known.append(KnownRow(line: row.line, id: known))
        } else {
          let contact = draft.contact(source: source, in: store)
          try store.insert(contact, importedUID: draft.uid)
          if !draft.emergency.isEmpty {
            try store.setEmergencyList(of: .contact(contact.id), to: draft.emergency)
          }
          reply.added += 1
        }
      }
    }
    return reply
  }
}

/// What importing a batch answers.
package struct ImportedContacts: Codable, Sendable, Equatable {
  package var added = 0
  /// Rows whose contact is there already.
  package var known: [KnownRow] = []
  package var rejected: [RejectedRow] = []
}

/// A row that was not added because its contact is known.
package struct KnownRow: Codable, Sendable, Equatable {
  package let line: Int
  package let id: ContactID
}

/// A row that cannot be stored as it is.
package struct RejectedRow: Codable, Sendable, Equatable {
  package let line: Int
  /// What is wrong with it, without the values.
  package let reasons: [String]
}

extension CallbookError {
  fileprivate var importReasons: [String] {
    violations.isEmpty ? [message] : violations.map { "\($0.pointer.dropFirst()): \($0.message)" }
  }
}
