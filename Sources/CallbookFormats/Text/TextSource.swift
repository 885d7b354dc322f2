package import CallbookModel

/// A file as UTF-8, whatever it is written in, a chunk at a time.
///
/// The encoding is decided by a mark at the start, or by the first 64 KiB that are not ASCII alone,
/// never by how the bytes happen to arrive. What cannot be decoded becomes U+FFFD, so that the reader
/// of rows can say which row it is in. UTF-8 itself is passed on as it is: a folded card may cut a
/// character in two, and whoever makes strings of it replaces what is wrong.
package final class TextSource {
  private let bytes: ByteSource
  private var pending: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var isFlushed = false
  private var decoder = Decoder.undecided
  private var peeked: [UInt8]?

  /// What the text is decoded from; UTF-8 as long as there was nothing but ASCII.
  package private(set) var encoding = TextEncoding.utf8
  package var bytesRead: Int { bytes.bytesRead }
  package var totalBytes: Int? { bytes.totalBytes }

  private enum Decoder {
    /// Nothing but ASCII so far.
    case undecided
    case utf8
    case transcoder(Transcoder)
  }

  /// - Parameter encoding: overrides what the bytes look like; a byte order mark is still dropped.
  package init(_ bytes: ByteSource, encoding: TextEncoding? = nil) throws(CallbookError) {
    self.bytes = bytes
    try fill(to: EncodingGuess.windowBytes)
    if let mark = TextEncoding.mark(at: pending), encoding == nil || encoding == mark.encoding {
      pending = pending.dropFirst(mark.bytes)
      try use(mark.encoding)
    } else if let encoding {
      try use(encoding)
    } else {
      try NotText.check(pending)
      try guess()
    }
  }

  /// The next piece of the text; nil at the end.
  package func next() throws(CallbookError) -> [UInt8]? {
    if let peeked {
      self.peeked = nil
      return peeked
    }
    while true {
      let output: [UInt8]?
      if case .undecided = decoder {
        output = try nextUndecided()
      } else {
        output = try nextDecoded()
      }
      guard let output else { return nil }
      if !output.isEmpty { return output }
    }
  }

  /// The first characters, at most `count` bytes, which `next()` will still return.
  package func peek(_ count: Int) throws(CallbookError) -> ArraySlice<UInt8> {
    var front = peeked ?? []
    while front.count < count, let more = try nextUnpeeked() { front += more }
    if !front.isEmpty { peeked = front }
    return front.prefix(count)
  }

  private func nextUnpeeked() throws(CallbookError) -> [UInt8]? {
    peeked = nil
    return try next()
  }

  private func nextDecoded() throws(CallbookError) -> [UInt8]? {
    if pending.isEmpty { try fill(to: 1) }
    let input = pending
    pending = []
    guard !input.isEmpty || !isFlushed else { return nil }
    let isLast = input.isEmpty
    isFlushed = isLast
    switch decoder {
    case .transcoder(let transcoder): return transcoder.convert(input, isLast: isLast)
    case .utf8, .undecided: return Array(input)
    }
  }

  /// While there is only ASCII: hands it out up to the first other byte, then guesses again there.
  private func nextUndecided() throws(CallbookError) -> [UInt8]? {
    if pending.isEmpty { try fill(to: 1) }
    guard !pending.isEmpty else { return nil }
    guard let other = pending.firstIndex(where: { $0 >= 0x80 }) else {
      defer { pending = [] }
      return Array(pending)
    }
    let plain = Array(pending[..<other])
    pending = pending[other...]
    try fill(to: EncodingGuess.windowBytes)
    try guess()
    return plain
  }

  private func fill(to count: Int) throws(CallbookError) {
    while pending.count < count, !isAtEnd {
      guard let chunk = try bytes.next() else {
        isAtEnd = true
        return
      }
      if pending.isEmpty { pending = chunk } else { pending.append(contentsOf: chunk) }
    }
  }

  private func guess() throws(CallbookError) {
    let window = pending.prefix(EncodingGuess.windowBytes)
    switch EncodingGuess.of(window, isWhole: isAtEnd && window.count == pending.count) {
    case .encoding(let encoding): try use(encoding)
    case .undecided: break
    case .unrecognised:
      throw CallbookError(
        .wrongEncoding,
        "the file's encoding cannot be recognised; name it with --encoding, one of "
          + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  private func use(_ encoding: TextEncoding) throws(CallbookError) {
    self.encoding = encoding
    decoder = encoding == .utf8 ? .utf8 : .transcoder(try Transcoder(from: encoding))
  }
}
