import CallbookJSON

/// What the ledger keeps of an entry's changes: their values, which can be erased, and the fields' names.
struct ChangeDetail {
  private var json: JSONWriter
  private var names: [String] = []
  private var newestPart = ""

  /// - Parameter count: how many changes there will be, about.
  init(reserving count: Int) {
    json = JSONWriter(reserving: 64 * count + 16)
    json.beginArray()
  }

  init(_ changes: [FieldChange]) {
    self.init(reserving: changes.count)
    for change in changes {
      json.beginArray()
      json.value(change.field)
      json.value(change.before)
      json.value(change.after)
      json.endArray()
      note(change.ledgerName)
    }
  }

  /// Adds a field that there was not before; each once.
  ///
  /// - Parameter part: what it is a field of, such as `points/m3/`; empty for the subject itself.
  mutating func add(_ field: String, of part: String = "", _ text: String) {
    json.beginArray()
    if part.isEmpty { json.value(field) } else { json.value(part, field) }
    json.null()
    json.value(text)
    json.endArray()
    guard !part.isEmpty else { return names.append(field) }
    // The fields of a part have one name.
    guard part != newestPart else { return }
    newestPart = part
    note(FieldChange(part, before: nil, after: nil).ledgerName)
  }

  /// Whether there is anything to keep.
  var isEmpty: Bool { names.isEmpty }

  /// The changes as the detail table keeps them: `[["name",null,"…"],…]`.
  var bytes: [UInt8] {
    var json = json
    json.endArray()
    return json.bytes
  }

  /// The fields as the chain names them, each once, sorted.
  var fields: [String] { names.sorted() }

  private mutating func note(_ name: String) {
    // There are a dozen at most: looking through them takes less than hashing them.
    if names.last != name, !names.contains(name) { names.append(name) }
  }
}
