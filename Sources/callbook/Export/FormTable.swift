import CallbookFormats
import CallbookJSON
import CallbookModel

/// Callback forms as a table that a spreadsheet opens: a column for each answer and for each of the
/// shop's own fields.
struct FormTable {
  private static let columns: [[String]] = [
    ["id"], ["batch"], ["version"], ["newest"], ["called_at"], ["contact"], ["name"], ["number"],
    ["answers", "transaction"], ["answers", "terminal"], ["answers", "problem"],
    ["answers", "solution"], ["answers", "running_state"], ["answers", "satisfaction"],
    ["answers", "comment"], ["operator"], ["conclusion", "conclusion"], ["conclusion", "text"],
  ]

  private let texts: Texts
  private let fields: [ShopField]
  private let hasByteOrderMark: Bool
  private let writer = CSVWriter()

  /// - Parameter hasByteOrderMark: Excel takes a file without one for the system's code page.
  init(_ language: TableLanguage, fields: [ShopField], hasByteOrderMark: Bool) {
    switch language {
    case .english: texts = Texts(.english)
    case .chinese: texts = Texts(.chinese)
    }
    self.fields = fields
    self.hasByteOrderMark = hasByteOrderMark
  }

  func appendHead(to output: inout [UInt8]) {
    if hasByteOrderMark { output += CSVWriter.byteOrderMark }
    writer.append(Self.columns.map(heading) + fields.map(\.label), to: &output)
  }

  /// - Parameter item: of `batch.forms`.
  func append(_ item: JSONNode, to output: inout [UInt8]) throws(CallbookError) {
    let values = item["answers"]?["fields"]
    guard values?.members.allSatisfy({ name, _ in fields.contains { $0.key == name } }) ?? true
    else {
      throw CallbookError(
        .wrongState, "a field was defined while the forms were being exported",
        hint: "callbook batch export \(item["batch"]?.string ?? "")")
    }
    let cells = Self.columns.map { path in
      text(path.reduce(Optional(item)) { $0?[$1] }, of: path[path.count - 1])
    }
    writer.append(cells + fields.map { text(values?[$0.key], of: "") }, to: &output)
  }

  /// In English as the wire has it, so that programs find it.
  private func heading(_ path: [String]) -> String {
    let name = path.count > 1 && path[1] == "text" ? "conclusion_text" : path[path.count - 1]
    return texts.either(name, name == "conclusion_text" ? "结论说明" : texts.title(of: name))
  }

  private func text(_ node: JSONNode?, of name: String) -> String {
    guard let node, !node.isNull else { return "" }
    if let text = node.string {
      return texts.clock.text(ofWire: text) ?? texts.word(name, text)
    }
    return node.boolean.map { texts.answer($0) } ?? String(decoding: node.rawBytes, as: UTF8.self)
  }
}
