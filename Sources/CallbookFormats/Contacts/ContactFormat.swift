/// The formats of files of contacts, recognised by what is in them.
package enum ContactFormat: String, Sendable, CaseIterable {
  case csv
  case vcard
  case jsonLines = "jsonl"

  /// - Parameter front: the first characters of the text, a few hundred bytes.
  init(front: ArraySlice<UInt8>) {
    let text = String(decoding: front, as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.lowercased().hasPrefix("begin:vcard") || text.lowercased().contains("\nbegin:vcard") {
      self = .vcard
    } else if text.first == "{" {
      self = .jsonLines
    } else {
      self = .csv
    }
  }
}
