/// Names of members and words of closed sets, as they come over the wire.
extension Texts {
  /// A member of an answer as the title of a column; in English its own name.
  func title(of member: String) -> String {
    switch language {
    case .english: member.replacing("_", with: " ")
    case .chinese:
      ChineseTitles.list.first { $0.member == member }?.text ?? member.replacing("_", with: " ")
    }
  }

  /// A word of a closed set; anything else as it is.
  ///
  /// - Parameter member: the member that holds it: `active` is another word of a contact's status
  ///   than of a member of staff's state.
  func word(_ member: String, _ word: String) -> String {
    switch language {
    case .english: word
    case .chinese:
      ChineseWords.list.first { $0.members.contains(member) && $0.word == word }?.text ?? word
    }
  }

  /// A word that is to be typed, with what it means.
  func wordWithMeaning(_ member: String, _ word: String) -> String {
    let meaning = self.word(member, word)
    return meaning == word ? word : "\(word)（\(meaning)）"
  }

  /// The path of a field in a history, such as `points/m1/value`.
  func path(_ path: String) -> String {
    path.split(separator: "/").map { title(of: String($0)) }.joined(separator: " ")
  }
}
