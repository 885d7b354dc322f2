/// Something that was read otherwise than it stands, without a loss. Equal ones are told once.
package enum ContactNote: Sendable, Hashable {
  /// A word that is none of the known ones became a tag.
  case unknownWord(String)
  /// There was no name: the organisation itself became the contact.
  case organisationAsName
  /// A column that means nothing here was added to the notes.
  case keptInNotes(String)
  /// A property of a card that has no place in a contact, such as a picture.
  case leftOut(String)

  package var message: String {
    switch self {
    case .unknownWord(let place): "\(place): an unknown word was kept as a tag"
    case .organisationAsName: "without a name: the organisation itself became the contact"
    case .keptInNotes(let place): "\(place): not a known heading; kept in the notes"
    case .leftOut(let place): "\(place) was left out"
    }
  }
}
