import CallbookJSON

/// What an import came to.
struct ImportTally {
  /// Lines that are remembered for their links: 100,000 take some megabytes, and are very many.
  static let mostUnlinked = 100_000

  var added = 0
  /// Of the added ones, those that may be somebody who was there.
  var alike = 0
  var merged = 0
  var known = 0
  var rejected = 0
  /// Rows that name a contact by UID that was not there when they came.
  var unlinked: Set<Int> = []
  /// Further ones than can be remembered.
  var unlinkedBeyond = 0
  /// The last line whose fate is known.
  var lastLine = 0

  var unlinkedCount: Int { unlinked.count + unlinkedBeyond }
  var rows: Int { added + merged + known + rejected }

  mutating func add(_ reply: JSONNode) {
    added += Int(reply["added"]?.integer ?? 0)
    alike += reply["alike"]?.count ?? 0
    merged += reply["merged"]?.count ?? 0
    known += reply["known"]?.count ?? 0
    addUnlinked(reply)
  }

  mutating func addUnlinked(_ reply: JSONNode) {
    for line in reply["unlinked"]?.elements.compactMap(\.integer) ?? [] {
      if unlinked.count < Self.mostUnlinked {
        unlinked.insert(Int(line))
      } else {
        unlinkedBeyond += 1
      }
    }
  }

  /// For programs.
  func json(rejectPath: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("added", added)
    json.member("alike", alike)
    json.member("merged", merged)
    json.member("known", known)
    json.member("unlinked", unlinkedCount)
    json.member("rejected", rejected)
    json.key("reject_file")
    json.value(rejected > 0 ? rejectPath : nil)
    json.endObject()
    json.lineFeed()
    return json.bytes
  }
}
