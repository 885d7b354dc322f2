import CallbookModel

/// Emergency contacts in one cell, a line each.
enum EmergencyCell {
  /// `name | phone | relation | UID`, or free text such as 王芳（妻子）19900001111.
  static func read(_ text: String) -> [EmergencyDraft] {
    text.split(separator: "\n").flatMap { line -> [EmergencyDraft] in
      let parts = CellParts.split(String(line), at: CellParts.fieldSeparators)
      guard parts.count > 1 else {
        return line.split { $0 == "；" || $0 == ";" }.compactMap { free(String($0)) }
      }
      let person = EmergencyDraft(
        name: parts[0], phone: parts[1].isEmpty ? nil : parts[1],
        relation: parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil,
        contactUID: parts.count > 3 && !parts[3].isEmpty ? parts[3] : nil)
      return [person]
    }
  }

  static func written(_ people: [EmergencyDraft]) -> String {
    people.map { person in
      CellParts.joined(
        [person.name, person.phone ?? "", person.relation ?? ""]
          + (person.contactUID.map { [$0] } ?? []), by: " | ", at: CellParts.fieldSeparators)
    }.joined(separator: "\n")
  }

  private static func free(_ line: String) -> EmergencyDraft? {
    var name = line[...]
    var phone: String?
    var rest = ""[...]
    if let start = line.firstIndex(where: { isDigit($0) || $0 == "+" }) {
      let end = line[start...].firstIndex { !isOfNumber($0) } ?? line.endIndex
      let number = CellText.trimmed(line[start..<end])
      if NumberCell.digitCount(number) >= 3 {
        phone = number
        name = line[..<start]
        rest = line[end...]
      }
    }
    var relation = plain(rest)
    if let open = name.firstIndex(where: { $0 == "(" || $0 == "（" }) {
      relation = relation.isEmpty ? plain(name[open...]) : relation
      name = name[..<open]
    }
    let person = EmergencyDraft(
      name: plain(name), phone: phone, relation: relation.isEmpty ? nil : relation)
    return person.name.isEmpty && phone == nil ? nil : person
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    isDigit(character) || "+- ()转－＋".contains(character)
  }

  /// Not `isNumber`: 六 is one too, and a name.
  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }

  private static func plain(_ text: Substring) -> String {
    let edges: Set<Character> = [" ", "\t", "(", ")", "（", "）", ",", "，", ":", "：", "/", "、", "-"]
    func isEdge(_ character: Character) -> Bool {
      edges.contains(character) || CellText.trimmed(String(character)).isEmpty
    }
    let start = text.firstIndex { !isEdge($0) } ?? text.endIndex
    let end = text.lastIndex { !isEdge($0) }.map { text.index(after: $0) } ?? start
    return String(text[start..<max(start, end)])
  }
}
