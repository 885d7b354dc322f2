import CallbookFormats
import CallbookModel

/// A file is the same text however it arrives, and text whatever it is decoded from.
enum TextProperties {
  /// - Returns: the encoding that the input asks for, and the text; nil for a file that is refused.
  static func check(_ input: CutInput) throws -> (encoding: TextEncoding?, text: [UInt8])? {
    let encoding = input.choice == 0 ? nil : TextEncoding.allCases[input.choice - 1]
    let whole = read(input.rest, encoding, chunkBytes: 65_536)
    let pieces = read(input.rest, encoding, chunkBytes: input.chunkBytes)
    switch (whole, pieces) {
    case (.success(let whole), .success(let pieces)):
      try require(whole.text == pieces.text, "a file is another text when it comes in chunks")
      try require(whole.encoding == pieces.encoding, "chunks are taken for another encoding")
      // UTF-8 is passed on as it is.
      if whole.encoding != .utf8 {
        try require(
          Array(String(decoding: whole.text, as: UTF8.self).utf8) == whole.text,
          "what was decoded is UTF-8")
      }
      return (encoding, whole.text)
    case (.failure(let whole), .failure(let pieces)):
      try require(whole.message == pieces.message, "chunks are refused for another reason")
      try require(
        whole.reason == .wrongEncoding || whole.reason == .formatUnknown,
        "a file is refused as \(whole.reason.rawValue)")
      return nil
    case (.success, .failure), (.failure, .success):
      throw BrokenProperty("a file is refused or not by how it arrives")
    }
  }

  static func source(
    _ bytes: [UInt8], _ encoding: TextEncoding?, chunkBytes: Int
  ) throws(CallbookError) -> TextSource {
    try TextSource(ByteSource(bytes: bytes, chunkBytes: chunkBytes), encoding: encoding)
  }

  private static func read(
    _ bytes: [UInt8], _ encoding: TextEncoding?, chunkBytes: Int
  ) -> Result<(text: [UInt8], encoding: TextEncoding), CallbookError> {
    Result { () throws(CallbookError) in
      let source = try source(bytes, encoding, chunkBytes: chunkBytes)
      var text: [UInt8] = []
      while let piece = try source.next() { text += piece }
      return (text, source.encoding)
    }
  }
}
