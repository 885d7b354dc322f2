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
      add(change.field, before: change.before, after: change.after)
      note(change.ledgerName)
    }
  }

  /// Adds a field that there was not before.
  ///
  /// - Parameter part: what it is a field of, such as `points/m3/`; empty for the subject itself.
  mutating func add(_ field: String, of part: String = "", _ text: String) {
    guard !part.isEmpty else {
      add(field, before: nil, after: text)
      return note(field)
    }
    let change = FieldChange(part + field, before: nil, after: text)
    add(change.field, before: nil, after: text)
    // The fields of a part have one name.
    guard part != newestPart else { return }
    newestPart = part
    note(change.ledgerName)
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

  private mutating func add(_ field: String, before: String?, after: String?) {
    json.beginArray()
    json.value(field)
    json.value(before)
    json.value(after)
    json.endArray()
  }

  private mutating func note(_ name: String) {
    // There are a dozen at most: looking through them takes less than hashing them.
    if names.last != name, !names.contains(name) { names.append(name) }
  }
}
