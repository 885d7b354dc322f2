import CallbookModel

extension JSONReader {
  /// What the grammar allows at a place, in a person's words.
  enum Expectation: String {
    case value = "a value"
    case name = "a name in double quotes"
    case colon = "a colon"
    case commaOrBrace = "a comma or a closing brace"
    case commaOrBracket = "a comma or a closing bracket"
    case quote = "a closing double quote"
    case escape = "one of \" \\ / b f n r t u after a backslash"
    case hexDigit = "a hexadecimal digit"
    case digit = "a digit"
    case end = "the end of the text"
  }

  /// RFC 8259, section 8.1: UTF-8 and no byte order mark. The first characters of a JSON text are
  /// ASCII, so that the place of the NULs gives UTF-16 and UTF-32 away.
  func refuseOtherEncodings() throws(CallbookError) {
    let first = (text[0], text[1], text[2], text[3])
    if first.0 == 0xEF && first.1 == 0xBB && first.2 == 0xBF {
      throw failure(.byteOrderMark, at: 0, "a byte order mark")
    }
    // What lies behind the text is zero as well; the length tells.
    guard count > 1 else { return }
    let isMarked = (first.0 == 0xFF && first.1 == 0xFE) || (first.0 == 0xFE && first.1 == 0xFF)
    let isWide =
      switch (first.0 == 0, first.1 == 0, first.2 == 0, first.3 == 0) {
      case (true, false, true, _), (false, true, true, true): count != 3
      case (false, true, false, true), (true, true, true, false): count > 3
      default: false
      }
    if isMarked || isWide {
      throw failure(.wrongEncoding, at: 0, "UTF-16 or UTF-32 where UTF-8 is due")
    }
  }

  @inline(never)
  func unexpected(at offset: Int, _ expectation: Expectation) -> CallbookError {
    let expected = ": expected \(expectation.rawValue)"
    guard offset < count else {
      return failure(.malformedJSON, at: count, "the text ends", more: expected)
    }
    if text[offset] >= 0x80 && UTF8Sequence.length(at: text + offset) == 0 {
      return invalidUTF8(at: offset)
    }
    return failure(
      .malformedJSON, at: offset, "unexpected byte \(hex(text[offset]))", more: expected)
  }

  @inline(never)
  func invalidUTF8(at offset: Int) -> CallbookError {
    failure(.invalidUTF8, at: offset, "no valid UTF-8: byte \(hex(text[offset]))")
  }

  /// `what` goes on with the offset.
  @inline(never)
  func failure(_ reason: Reason, at offset: Int, _ what: String, more: String = "")
    -> CallbookError
  {
    CallbookError(
      reason, "\(what) at byte \(offset)\(more)", details: ["offset": .number(offset)])
  }

  func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0x0\(digits)" : "0x\(digits)"
  }
}
