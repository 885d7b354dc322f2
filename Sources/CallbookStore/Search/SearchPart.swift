/// What of a contact is searched.
enum SearchPart {
  case name
  case company
}
