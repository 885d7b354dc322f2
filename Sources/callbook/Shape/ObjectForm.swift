import CallbookJSON
import CallbookModel

/// How one object of a list is typed without JSON.
enum ObjectForm: Sendable {
  /// `--phone NUMBER` is a point of the kind phone. A further one of a kind is a backup.
  case kind(String)
  /// `--person NAME,PHONE,RELATION`: the members in their order; what is empty is left out.
  case members([String])

  func write(_ text: String, isFirst: Bool, hasRank: Bool, into json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .kind(let kind):
      json.member("kind", kind)
      json.member("value", text)
      if !isFirst, hasRank { json.member("rank", "backup") }
    case .members(let names):
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      for (name, part) in zip(names, parts) {
        let trimmed = TextFolding.trimmed(String(part))
        if !trimmed.isEmpty { json.member(name, trimmed) }
      }
    }
    json.endObject()
  }
}
