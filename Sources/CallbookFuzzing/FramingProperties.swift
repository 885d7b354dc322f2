import CallbookProtocol

/// Lines are the same however the stream arrives, and the same as by the simplest reading of it.
enum FramingProperties {
  enum Event: Equatable {
    case line([UInt8])
    case tooLong(Int)
  }

  /// What is kept between lines at most.
  private static let keptBytes = 4096

  /// - Parameter input: the longest line, then the sizes of the chunks that follow, each with its
  ///   chunk: so what libFuzzer copies and moves stays a chunk.
  static func check(_ input: [UInt8]) throws {
    let maximumLineBytes = 1 + Int(input.first ?? 15)
    let chunks = chunks(of: input.dropFirst())
    let stream = chunks.flatMap { $0 }
    let expected = reference(stream, maximumLineBytes)
    try require(
      try events(chunks, maximumLineBytes) == expected, "lines differ when they come in chunks")
    try require(
      try events([stream[...]], maximumLineBytes) == expected, "lines differ when they come at once"
    )
    try require(
      try events(stream.indices.map { stream[$0...$0] }, maximumLineBytes) == expected,
      "lines differ when they come byte by byte")
  }

  private static func chunks(of input: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var chunks: [ArraySlice<UInt8>] = []
    var rest = input
    while let size = rest.popFirst() {
      chunks.append(rest.prefix(Int(size)))
      rest = rest.dropFirst(Int(size))
    }
    return chunks
  }

  private static func events(
    _ chunks: [ArraySlice<UInt8>], _ maximumLineBytes: Int
  ) throws -> [Event] {
    var framer = LineFramer(maximumLineBytes: maximumLineBytes)
    var events: [Event] = []
    var unfinishedBytes = 0
    for chunk in chunks {
      chunk.withUnsafeBytes { bytes in
        framer.push(
          bytes, line: { events.append(.line(Array($0))) }, tooLong: { events.append(.tooLong($0)) }
        )
      }
      if let end = chunk.lastIndex(of: 0x0A) {
        unfinishedBytes = chunk.endIndex - end - 1
      } else {
        unfinishedBytes += chunk.count
      }
      try require(
        framer.isInsideLine == (unfinishedBytes > 0), "a line is unfinished when bytes of it came")
      try require(
        framer.heldBytes <= max(keptBytes, maximumLineBytes) + 64, "the framer holds a line at most"
      )
    }
    return events
  }

  private static func reference(_ stream: [UInt8], _ maximumLineBytes: Int) -> [Event] {
    let pieces = stream.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    return pieces.compactMap { piece in
      guard piece.count <= maximumLineBytes else { return .tooLong(piece.count) }
      let line = piece.last == 0x0D ? piece.dropLast() : piece
      let isBlank = line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      return isBlank ? nil : .line(Array(line))
    }
  }
}
