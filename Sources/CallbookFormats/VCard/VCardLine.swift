/// One line of a card, unfolded.
struct VCardLine: Equatable {
  /// The physical line, from 1, on which it begins.
  let number: Int
  let text: String
  /// Longer than the limit: what is there is its beginning.
  let isCutOff: Bool
}
