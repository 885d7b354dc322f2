/// A check of a contact's details that somebody has to do (DOMAIN R2).
package struct Review: Sendable, Equatable {
  package let id: ReviewID
  package let contact: ContactID
  package let due: Instant
  package let openedAt: Instant
  package var state: State

  package enum State: String, Sendable, CaseIterable {
    case open, closed
  }

  package init(
    id: ReviewID, contact: ContactID, due: Instant, openedAt: Instant, state: State = .open
  ) {
    self.id = id
    self.contact = contact
    self.due = due
    self.openedAt = openedAt
    self.state = state
  }
}

extension Review: Identified {
  package static var idLetter: Unicode.Scalar { "v" }
  package static var noun: String { "review" }
}

package typealias ReviewID = Identifier<Review>
