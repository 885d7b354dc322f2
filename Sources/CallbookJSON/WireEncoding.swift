import CallbookModel

/// What the containers of one encoding share: the writer, and which containers are open in it.
///
/// Nobody says when a container ends, so that it stays open until its surroundings go on.
final class WireEncoding {
  enum Bracket { case object, array }

  var writer: JSONWriter
  /// From a place that cannot throw; thrown in the end.
  private(set) var failure: CallbookError?
  private var open: [Bracket] = []

  init(writer: JSONWriter) { self.writer = writer }

  func encode<T: Encodable>(_ value: T, depth: Int) throws {
    if let writable = value as? any JSONWritable {
      writable.write(into: &writer)
      return close(to: depth)
    }
    let bytesBefore = writer.bytes.count
    try value.encode(to: WireEncoder(encoding: self, depth: depth))
    if writer.bytes.count == bytesBefore {
      // A type that encodes nothing is an object without members.
      open(.object, depth: depth)
    }
    close(to: depth)
  }

  func open(_ bracket: Bracket, depth: Int) {
    if open.count > depth, open[depth] == bracket {
      // Asked for the container a second time, as subclasses do: the same goes on.
      return close(to: depth + 1)
    }
    guard open.count == depth else {
      failure = Self.misuse("a value was encoded as an array and as an object")
      return
    }
    open.append(bracket)
    switch bracket {
    case .object: writer.beginObject()
    case .array: writer.beginArray()
    }
  }

  /// Before anything is written into the container at `depth`.
  @inline(__always)
  func goOn(at depth: Int) throws(CallbookError) {
    close(to: depth)
    guard open.count == depth else {
      throw Self.misuse("a container was written to after its end")
    }
  }

  /// The same where nothing can be thrown, and the name of the member that comes.
  func beginNested(depth: Int, name: String? = nil) {
    do {
      try goOn(at: depth)
    } catch {
      failure = error
      return
    }
    if let name { writer.key(name) }
  }

  private func close(to depth: Int) {
    while open.count > depth, let bracket = open.popLast() {
      switch bracket {
      case .object: writer.endObject()
      case .array: writer.endArray()
      }
    }
  }

  func write(_ value: some FixedWidthInteger) throws {
    guard let wide = Int64(exactly: value), wide.magnitude <= JSONLimits.largestInteger else {
      throw Self.misuse("an integer that JSON cannot carry was to be written")
    }
    writer.value(wide)
  }

  static func misuse(_ message: String) -> CallbookError { CallbookError(.internal, message) }
}
