/// Paths that mean something on one machine only: somebody's home, a toolchain, a temporary file.
enum MachinePath {
  private static let roots = ["/home", "/root", "/work", "/opt/swift"]
  private static let separators: Set<Character> = [
    " ", "\t", "\"", "'", "`", "(", ")", "[", "]", "<", ">", "{", "}", "=", ",", ";", ":", "|",
  ]

  /// nil when the line names none; a temporary name made from a template (`XXXXXX`) is none.
  static func first(in line: Substring) -> Substring? {
    line.split { separators.contains($0) }.first { piece in
      roots.contains { piece.hasPrefix($0 + "/") }
        || (piece.hasPrefix("/tmp/") && piece.count > 5 && !piece.contains("XXXXXX"))
    }
  }
}
