/// A manual page in the macros of man(7), kept to those that every formatter knows.
struct Roff {
  private var lines: [String]

  /// - Parameter source: the package and its version, at the foot of each page.
  init(_ name: String, section: Int, source: String, manual: String) {
    lines = [
      #".\" Written by the tests from what the program says of itself (make goldens); do not edit."#,
      ".TH \(name.uppercased()) \(section) \"\" \"\(source)\" \"\(manual)\"",
      // Left-aligned and never hyphenated: options are to be copied.
      ".ad l", ".nh",
    ]
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func section(_ title: String) { lines.append(".SH \(Self.escaped(title))") }
  mutating func subsection(_ title: String) { lines.append(".SS \"\(Self.escaped(title))\"") }

  mutating func paragraph(_ text: String) { lines += [".PP", Self.escaped(text)] }

  /// The first words of a section, which need no paragraph of their own.
  mutating func sentence(_ text: String) { lines.append(Self.escaped(text)) }

  /// Something named, and below it what it is.
  mutating func item(_ name: String, _ text: String) {
    lines += [".TP", ".B \(Self.escaped(name))", Self.escaped(text)]
  }

  /// Lines as they are to be typed.
  mutating func examples(_ examples: [String]) {
    lines += [".PP", ".nf", ".RS 4"] + examples.map(Self.escaped) + [".RE", ".fi"]
  }

  /// A dash is one that can be copied, a backslash one that is seen, a dot in front no request.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga").replacing("\"", with: "\\(dq")
    return plain.hasPrefix(".") ? "\\&\(plain)" : plain
  }
}
