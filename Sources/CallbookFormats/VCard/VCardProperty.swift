/// One property of a card (RFC 6350, section 3.3), of any version.
struct VCardProperty: Equatable {
  /// Ties properties together: `item1` of `item1.TEL`; upper case.
  private(set) var group: String?
  /// Upper case.
  private(set) var name = ""
  /// Names in upper case; a value without a name (vCard 2.1) is a TYPE or an ENCODING.
  private(set) var parameters: [Parameter] = []
  /// As it stands, still escaped and encoded.
  private(set) var value = ""

  struct Parameter: Equatable {
    let name: String
    let value: String

    var hasNUL: Bool { value.utf8.contains(0) }
  }

  /// - Parameters:
  ///   - line: unfolded; nil when it has no colon.
  ///   - heedsQuotes: false to read a line whose quotes are not closed.
  init?(_ line: String, heedsQuotes: Bool = true) {
    let bytes = line.utf8
    var start = bytes.startIndex
    var index = start
    var isQuoted = false
    var isFirst = true
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), heedsQuotes { isQuoted.toggle() }
      let isColon = byte == UInt8(ascii: ":")
      if !isQuoted, isColon || byte == UInt8(ascii: ";") {
        let part = String(line[start..<index])
        if isFirst { takeName(part) } else { take(part) }
        isFirst = false
        start = bytes.index(after: index)
        if isColon {
          value = String(line[start...])
          return
        }
      }
      index = bytes.index(after: index)
    }
    return nil
  }

  /// The values of TYPE in lower case, however they are written: several parameters, lists, quotes.
  var types: [String] {
    parameters.filter { $0.name == "TYPE" }
      .flatMap { $0.value.split(separator: ",") }
      .map { CellText.trimmed($0).lowercased() }
  }

  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  var encoding: VCardLineEncoding {
    switch parameter("ENCODING")?.uppercased() {
    case "QUOTED-PRINTABLE": .quotedPrintable
    case "BASE64", "B": .base64
    default: .plain
    }
  }

  private mutating func takeName(_ text: String) {
    let upper = CellText.trimmed(text).uppercased()
    if let dot = upper.utf8.lastIndex(of: UInt8(ascii: ".")) {
      group = String(upper[..<dot])
      name = String(upper[upper.index(after: dot)...])
    } else {
      name = upper
    }
  }

  private mutating func take(_ parameter: String) {
    let text = CellText.withLineFeeds(parameter)
    if let equals = text.firstIndex(of: "=") {
      let name = CellText.trimmed(text[..<equals]).uppercased()
      let value = text[text.index(after: equals)...].filter { $0 != "\"" }
      parameters.append(Parameter(name: name, value: Self.uncaret(value)))
      return
    }
    let word = CellText.trimmed(text)
    let isEncoding = ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"].contains(word.uppercased())
    parameters.append(Parameter(name: isEncoding ? "ENCODING" : "TYPE", value: word))
  }

  /// RFC 6868.
  private static func uncaret(_ text: String) -> String {
    guard text.contains("^") else { return text }
    var output = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
        switch character {
        case "n": output.append("\n")
        case "^": output.append("^")
        case "'": output.append("\"")
        default: output += "^" + String(character)
        }
      } else if character == "^" {
        isEscaped = true
      } else {
        output.append(character)
      }
    }
    return isEscaped ? output + "^" : output
  }
}
