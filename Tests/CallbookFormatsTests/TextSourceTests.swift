import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct TextSourceTests {
  private func read(
    _ bytes: [UInt8], chunkBytes: Int = 65_536, encoding: TextEncoding? = nil
  ) throws -> (text: String, encoding: TextEncoding) {
    let source = try TextSource(
      ByteSource(bytes: bytes, chunkBytes: chunkBytes), encoding: encoding)
    var output: [UInt8] = []
    while let chunk = try source.next() { output += chunk }
    return (String(decoding: output, as: UTF8.self), source.encoding)
  }

  private static let text = "姓名,电话\r\n王小明,199 0000 1234\r\nJosé,19900001235\r\n"

  @Test(arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian])
  func `an encoding is recognised without a mark`(encoding: TextEncoding) throws {
    let read = try read(Reading.encoded(Self.text, as: encoding))
    #expect(read.text == Self.text)
    #expect(read.encoding == encoding)
  }

  @Test func `a mark is dropped, also when the encoding is named`() throws {
    let bytes = CSVWriter.byteOrderMark + Array(Self.text.utf8)
    #expect(try read(bytes).text == Self.text)
    #expect(try read(bytes, encoding: .utf8).text == Self.text)
  }

  @Test(arguments: [TextEncoding.big5, .shiftJIS, .windows1252])
  func `an encoding that cannot be told is taken as named`(encoding: TextEncoding) throws {
    let text = encoding == .windows1252 ? "name\nJosé\n" : "山田,電話\n"
    #expect(try read(Reading.encoded(text, as: encoding), encoding: encoding).text == text)
  }

  @Test func `the first bytes that are not ASCII decide, however late they come`() throws {
    let ascii = String(repeating: "name,phone\n", count: 20_000)
    let bytes = Array(ascii.utf8) + (try Reading.encoded(Self.text, as: .gb18030))
    for size in [1_000, 65_536, 1_000_000] {
      let read = try read(bytes, chunkBytes: size)
      #expect(read.text == ascii + Self.text)
      #expect(read.encoding == .gb18030)
    }
  }

  @Test func `a broken character in UTF-8 is replaced and the rest stays`() throws {
    var bytes = Array(Self.text.utf8)
    bytes.insert(0xFF, at: 6)
    let read = try read(bytes)
    #expect(read.encoding == .utf8)
    #expect(read.text.contains("\u{FFFD}"))
    #expect(read.text.contains("王小明"))
  }

  @Test func `what is cut off at the end is replaced`() throws {
    let bytes = try Reading.encoded("姓名,王小明", as: .gb18030).dropLast()
    #expect(try read(Array(bytes), encoding: .gb18030).text == "姓名,王小\u{FFFD}")
  }

  @Test func `Latin-1 is refused with the names of encodings`() throws {
    let bytes = try Reading.encoded("name\nJosé García\nÅsa Öberg\n", as: .windows1252)
    let error = #expect(throws: CallbookError.self) { try read(bytes) }
    #expect(error?.reason == .wrongEncoding)
    #expect(error?.message.contains("gb18030") == true)
  }

  @Test func `a workbook is refused with what to do`() throws {
    let error = #expect(throws: CallbookError.self) {
      try read([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 7, count: 100))
    }
    #expect(error?.reason == .formatUnknown)
    #expect(error?.message.contains("CSV UTF-8") == true)
  }

  @Test func `an empty file is an empty text`() throws {
    #expect(try read([]).text == "")
  }

  @Test func `a file that is not there is an error without its path`() {
    let error = #expect(throws: CallbookError.self) {
      try ByteSource(path: "/nonexistent/wang-xiaoming.csv")
    }
    #expect(error?.reason == .fileUnreadable)
    #expect(error?.message.contains("wang") == false)
  }

  @Test func `labels of encodings are known in many spellings`() {
    #expect(TextEncoding(label: "GBK") == .gb18030)
    #expect(TextEncoding(label: "utf_8") == .utf8)
    #expect(TextEncoding(label: "UTF-16LE") == .utf16LittleEndian)
    #expect(TextEncoding(label: "ISO-8859-1") == .windows1252)
    #expect(TextEncoding(label: "klingon") == nil)
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(label: encoding.rawValue) == encoding)
    }
  }
}
