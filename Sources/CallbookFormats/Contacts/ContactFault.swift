/// Why an entry cannot become a contact. Headings may be shown; values never are.
package enum ContactFault: Sendable, Equatable {
  case unclosedQuote
  case afterUnclosedQuote
  case rowTooLong
  case cellTooLong
  case tooManyCells
  case nul
  case mojibake(String)
  case roundedNumber(String)
  case unreadableNumber(String)
  case nameless
  case unendedCard
  case outsideCard
  case propertyTooLong(String)
  case cardTooLong
  case group
  case lineTooLong
  case notJSON(String)
  /// Members of a JSON object, each with what is wrong with it.
  case members([String])
  /// Cells that name several points.
  case unreadablePoints(String)

  /// For the reject file and the terminal.
  package var message: String {
    switch self {
    case .unclosedQuote: "a quote is opened here and never closed"
    case .afterUnclosedQuote: "after an unclosed quote, with too few columns to be a row of its own"
    case .rowTooLong: "the row is longer than 128 KiB"
    case .cellTooLong: "a cell is longer than 64 KiB"
    case .tooManyCells: "more cells than headings: is a comma not quoted?"
    case .nul: "a NUL byte within the text"
    case .mojibake(let place):
      "\(place): the text was read in a wrong encoding, here or where it was saved"
    case .roundedNumber(let place):
      "\(place): a spreadsheet turned the number into one like 1.38E+10 and lost its digits"
    case .unreadableNumber(let place): "\(place): no number can be read here"
    case .nameless: "neither a name nor an organisation"
    case .unendedCard: "the card that begins here has no END:VCARD"
    case .outsideCard: "text that is in no card"
    case .propertyTooLong(let place): "\(place) is longer than 64 KiB"
    case .cardTooLong: "the card is longer than 256 KiB without its pictures"
    case .group: "a group of contacts, not a contact"
    case .lineTooLong: "the line is longer than 256 KiB"
    case .notJSON(let complaint): "not a JSON object: \(complaint)"
    case .members(let complaints): complaints.joined(separator: "; ")
    case .unreadablePoints(let place): "\(place): a line is not written as an export writes it"
    }
  }
}
