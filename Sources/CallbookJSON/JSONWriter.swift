package import CallbookModel

/// Writes JSON as UTF-8 and puts the commas by itself. That names and values alternate is up to
/// the caller.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next name or value of the same container.
  private var needsComma = false

  package init(reserving capacityBytes: Int = 0) {
    bytes.reserveCapacity(capacityBytes)
  }

  package mutating func removeAll(keepingCapacity: Bool = true) {
    bytes.removeAll(keepingCapacity: keepingCapacity)
    needsComma = false
  }

  package mutating func beginObject() { begin(0x7B) }
  package mutating func endObject() { end(0x7D) }
  package mutating func beginArray() { begin(0x5B) }
  package mutating func endArray() { end(0x5D) }

  /// The name of the member whose value comes next.
  package mutating func key(_ name: String) {
    beginValue()
    Self.appendQuoted(name, to: &bytes)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func value(_ value: String) {
    beginValue()
    Self.appendQuoted(value, to: &bytes)
  }

  /// One text, of two parts.
  package mutating func value(_ head: String, _ tail: String) {
    beginValue()
    bytes.append(0x22)
    Self.appendText(head, to: &bytes)
    Self.appendText(tail, to: &bytes)
    bytes.append(0x22)
  }

  package mutating func value(_ value: String?) {
    if let value { self.value(value) } else { null() }
  }

  package mutating func value(_ value: Bool) {
    beginValue()
    appendWord(value ? "true" : "false")
  }

  package mutating func value(_ value: Int) { self.value(Int64(value)) }

  /// Writes every integer; that a reader takes it only within ±(2^53 − 1) is up to the caller.
  package mutating func value(_ value: Int64) {
    beginValue()
    if value < 0 { bytes.append(0x2D) }
    appendDigits(value.magnitude)
  }

  /// The shortest text that reads back the same.
  ///
  /// - Throws: `internal` for what is no number or beyond what the reader takes.
  package mutating func value(_ value: Double) throws(CallbookError) {
    guard value.magnitude <= Double(JSONLimits.largestInteger) else {
      throw CallbookError(.internal, "a number that JSON cannot carry was to be written")
    }
    beginValue()
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func null() {
    beginValue()
    appendWord("null")
  }

  /// One value that is JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    beginValue()
    bytes.append(contentsOf: json)
  }

  /// One value that `write` appends as JSON.
  mutating func rawValue(_ write: (inout [UInt8]) -> Void) {
    beginValue()
    write(&bytes)
  }

  /// Ends a line: the next value starts afresh.
  package mutating func lineFeed() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Takes back what was written since there were `count` bytes and a comma was (not) due.
  package mutating func rewind(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    needsComma = mark.needsComma
  }

  /// A place to go back to.
  package struct Mark {
    fileprivate let count: Int
    fileprivate let needsComma: Bool
  }

  package var mark: Mark { Mark(count: bytes.count, needsComma: needsComma) }

  @inline(__always)
  private mutating func beginValue() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  @inline(__always)
  private mutating func begin(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    needsComma = false
  }

  @inline(__always)
  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func appendWord(_ word: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func appendDigits(_ magnitude: UInt64) {
    guard magnitude >= 10 else { return bytes.append(0x30 + UInt8(magnitude)) }
    // The largest magnitude has twenty digits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = magnitude
      var first = 20
      while rest > 0 {
        first -= 1
        digits[first] = 0x30 + UInt8(rest % 10)
        rest /= 10
      }
      bytes.append(contentsOf: digits[first...])
    }
  }
}
