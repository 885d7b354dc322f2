import CallbookJSON
import CallbookModel
import Testing

struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) throws -> Void) rethrows -> String {
    var writer = JSONWriter()
    try write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `commas come by themselves`() throws {
    let text = written { writer in
      writer.beginObject()
      writer.key("a")
      writer.value(1)
      writer.key("b")
      writer.beginArray()
      writer.beginObject()
      writer.endObject()
      writer.beginArray()
      writer.endArray()
      writer.null()
      writer.value(true)
      writer.raw(Array(#"{"x":1}"#.utf8))
      writer.value("s")
      writer.endArray()
      writer.key("c")
      writer.value(false)
      writer.endObject()
      writer.lineFeed()
      writer.value(2)
    }
    #expect(text == #"{"a":1,"b":[{},[],null,true,{"x":1},"s"],"c":false}"# + "\n2")
  }

  @Test func `only what must be is escaped`() {
    let text = written { $0.value("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1}\u{1A}\u{1F}\u{7F}é小😀\u{2028}") }
    #expect(
      text == #""\"\\/\b\t\n\f\r\u0000\u0001\u001a\u001f"# + "\u{7F}é小😀\u{2028}\"")
  }

  @Test(arguments: 0...40)
  func `an escape is found at every place in a word`(_ length: Int) {
    let plain = String(repeating: "x", count: length)
    for (meant, expected) in [("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("小", "小")] {
      #expect(written { $0.value(plain + meant + plain) } == "\"\(plain)\(expected)\(plain)\"")
    }
  }

  @Test func `two parts are written as one text`() {
    for (head, tail) in [("points/m1/", "value"), ("a\"", "\\b"), ("", ""), ("王", "小明\n")] {
      var parts = JSONWriter()
      parts.value(head, tail)
      var whole = JSONWriter()
      whole.value(head + tail)
      #expect(parts.bytes == whole.bytes)
    }
  }

  @Test func `integers are written in full`() {
    for value in [0, 7, 10, -1, 99, -1234567890, Int.max, Int.min] {
      #expect(written { $0.value(value) } == "\(value)")
    }
  }

  @Test func `doubles are written shortest and read back the same`() throws {
    let tape = JSONTape()
    for value in [
      0.1, -0.0, 1, 1e-5, .leastNonzeroMagnitude, 1.0 / 3, 123456.789, 9_007_199_254_740_991,
    ] {
      let text = try written { writer in try writer.value(value) }
      #expect(try tape.parse(text.utf8).double == value)
      #expect(text.utf8.count <= 23)
    }
    for value in [Double.nan, .infinity, -.infinity, 1e16] {
      #expect(throws: CallbookError.self) { try written { writer in try writer.value(value) } }
    }
  }

  @Test func `a writer is used again`() {
    var writer = JSONWriter(reserving: 16)
    writer.value(1)
    writer.removeAll()
    writer.value(2)
    #expect(writer.bytes == Array("2".utf8))
  }
}
