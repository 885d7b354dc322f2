import Foundation

/// A catalog file of the journal, as `journalctl --update-catalog` reads it.
struct Catalog {
  struct Entry {
    let subject: String
    let definedBy: String
    let text: String
  }

  /// By message id.
  let entries: [String: Entry]
  /// Ids that stand more than once.
  let repeated: [String]

  static let names = ["callbook.catalog", "callbook.zh_CN.catalog"]

  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../systemd")
  }

  init(_ name: String) throws {
    let all = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let lines = all.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    var entries: [String: Entry] = [:]
    var repeated: [String] = []
    for block in "\n\(lines)".components(separatedBy: "\n-- ").dropFirst() {
      let parts = block.components(separatedBy: "\n\n")
      let head = parts[0].split(separator: "\n").map(String.init)
      let entry = Entry(
        subject: Self.value("Subject", in: head), definedBy: Self.value("Defined-By", in: head),
        text: parts.dropFirst().joined(separator: "\n\n"))
      if entries.updateValue(entry, forKey: head[0]) != nil { repeated.append(head[0]) }
    }
    self.entries = entries
    self.repeated = repeated
  }

  private static func value(_ key: String, in head: [String]) -> String {
    head.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) } ?? ""
  }
}
