import CallbookModel

#if canImport(Glibc)
  import Glibc
#endif

extension JSONReader {
  /// From how many members on names are hashed instead of compared each with each.
  private static var hashedFrom: UInt32 { 17 }

  /// Names are compared byte for byte after unescaping: what looks equal to a person (`é` in one
  /// code point or two) are two names.
  mutating func refuseDuplicateNames(in object: Int) throws(CallbookError) {
    let duplicate =
      tokens[object].count < Self.hashedFrom
      ? duplicateByComparison(in: object) : duplicateByHash(in: object)
    guard let duplicate else { return }
    let token = tokens[duplicate]
    let offset = Int(token.isEscaped ? token.cursor : token.start - 1)
    throw failure(.duplicateKey, at: offset, "a name that the object already has")
  }

  private func duplicateByComparison(in object: Int) -> Int? {
    var later = nextName(after: object + 1)
    while later < tokenCount {
      var earlier = object + 1
      while earlier < later {
        if areEqual(earlier, later) { return later }
        earlier = nextName(after: earlier)
      }
      later = nextName(after: later)
    }
    return nil
  }

  /// The standard library's hash is seeded by chance for every process, so that nobody can send
  /// names that collide.
  private mutating func duplicateByHash(in object: Int) -> Int? {
    var slotCount = 64
    while slotCount < 2 * Int(tokens[object].count) { slotCount *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(JSONToken.none, count: slotCount))
    var name = object + 1
    while name < tokenCount {
      var slot = hash(of: name) & (slotCount - 1)
      while slots[slot] != JSONToken.none {
        if areEqual(Int(slots[slot]), name) { return name }
        slot = (slot + 1) & (slotCount - 1)
      }
      slots[slot] = UInt32(truncatingIfNeeded: name)
      name = nextName(after: name)
    }
    return nil
  }

  /// The name after this one in the same object, which is the last on the tape while it is open.
  @inline(__always)
  private func nextName(after name: Int) -> Int { Int(tokens[name + 1].next) }

  private func hash(of name: Int) -> Int {
    let token = tokens[name]
    var hasher = Hasher()
    hasher.combine(
      bytes: UnsafeRawBufferPointer(start: text + Int(token.start), count: Int(token.length)))
    return hasher.finalize()
  }

  @inline(__always)
  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    let length = tokens[left].length
    guard length == tokens[right].length else { return false }
    let leftBytes = text + Int(tokens[left].start)
    let rightBytes = text + Int(tokens[right].start)
    return leftBytes[0] == rightBytes[0] && memcmp(leftBytes, rightBytes, Int(length)) == 0
  }
}
