import Glibc

/// Entries as lines of text on a descriptor, for a terminal, a file or a container.
package struct TextLog: JournalSink {
  private let descriptor: CInt
  private let program: String
  private let hasPriorities: Bool

  /// - Parameter hasPriorities: whether each line begins with `<6>` (sd-daemon(3)), for a reader
  ///   that takes it off again.
  package init(descriptor: CInt = STDERR_FILENO, program: String, hasPriorities: Bool = false) {
    self.descriptor = descriptor
    self.program = program
    self.hasPriorities = hasPriorities
  }

  package func write(_ entry: JournalEntry) throws(SystemError) {
    var rest = Array((line(entry) + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        let code = errno
        guard code == EINTR else { throw SystemError("write", code: code) }
      } else {
        rest = rest.dropFirst(written)
      }
    }
  }

  /// `callbookd: warning: message KEY=value KEY="two words"`.
  func line(_ entry: JournalEntry) -> String {
    var line = hasPriorities ? "<\(entry.priority.rawValue)>" : ""
    line += "\(program): "
    if entry.priority <= .warning { line += "\(entry.priority): " }
    line += Self.escaped(entry.message)
    for field in entry.fields {
      line += " \(field.name.text)=\(Self.value(field.value))"
    }
    return line
  }

  private static func value(_ value: String) -> String {
    let isBare = !value.isEmpty && !value.contains { $0 == " " || $0 == "\"" || $0 == "\\" }
    let text = escaped(value)
    return isBare && text == value ? value : "\"\(text)\""
  }

  /// Control characters neither end the line nor reach the terminal.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
