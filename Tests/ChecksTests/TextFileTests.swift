import Testing

/// Every text file under version control is clean and belongs to no machine in particular.
@Suite(.enabled(if: Checkout.exists, "not a git checkout"))
struct TextFileTests {
  @Test func `no text file names a path of somebody's machine`() throws {
    for (path, text) in try Checkout.texts() {
      Self.report(path, text) { line in
        MachinePath.first(in: line).map { "\($0) exists on one machine only" }
      }
    }
  }

  @Test func `no line ends in white space`() throws {
    for (path, text) in try Checkout.texts() {
      Self.report(path, text) { line in
        line.last?.isWhitespace == true ? "white space at the end of the line" : nil
      }
    }
  }

  @Test func `every text file ends in a line feed`() throws {
    let texts = try Checkout.texts()
    #expect(!texts.isEmpty)
    for (path, text) in texts where !text.isEmpty && text.last?.isNewline != true {
      Finding.report([Finding(path, "no line feed at the end")])
    }
  }

  private static func report(_ path: String, _ text: String, _ complaint: (Substring) -> String?) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let message = complaint(line) else { continue }
      Finding.report([Finding(path, line: index + 1, message)])
    }
  }
}
