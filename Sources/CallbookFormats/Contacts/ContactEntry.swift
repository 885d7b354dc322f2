package import CallbookModel

/// What stands at one place of a file of contacts.
package enum ContactEntry: Sendable, Equatable {
  /// - Parameter notes: what was read in a way that the user should know of.
  case draft(line: Int, ContactDraft, raw: RawEntry, notes: [ContactNote])
  case problem(line: Int, ContactFault, raw: RawEntry)

  package var line: Int {
    switch self {
    case .draft(let line, _, _, _), .problem(let line, _, _): line
    }
  }
}
