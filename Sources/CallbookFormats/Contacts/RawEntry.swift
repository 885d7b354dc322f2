/// An entry as the file has it, for the reject file.
package enum RawEntry: Sendable, Equatable {
  /// The cells of a row.
  case row([String])
  /// The lines of a card, unfolded, without its pictures.
  case card([String])
  /// A line of JSON.
  case line(String)
}
