import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookFormats

@Suite struct CSVReaderTests {
  private func cells(_ text: String) throws -> [[String]] {
    try Reading.rows(text).map(\.cells)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `rows end with any line break`(lineBreak: String) throws {
    let rows = try Reading.rows(["a,b", "", "c,d", "e"].joined(separator: lineBreak))
    #expect(rows.map(\.cells) == [["a", "b"], [""], ["c", "d"], ["e"]])
    #expect(rows.map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [",", ";", "\t"])
  func `the delimiter is told from the first row`(delimiter: String) throws {
    let text = ["name", "\"a, b; c\td\"", "x"].joined(separator: delimiter) + "\n1"
    #expect(try cells(text) == [["name", "a, b; c\td", "x"], ["1"]])
  }

  @Test func `a line that names the separator is not a row`() throws {
    let rows = try Reading.rows("sep=;\r\na;b,c,d,e\r\n")
    #expect(rows.map(\.cells) == [["a", "b,c,d,e"]])
    #expect(rows.map(\.line) == [2])
  }

  @Test func `quotes hold delimiters, quotes and line breaks`() throws {
    let rows = try Reading.rows("\"a,\"\"b\"\"\",\"c\r\nd\ne\rf\",\"\"\"\"\nnext\n")
    #expect(rows.map(\.cells) == [["a,\"b\"", "c\r\nd\ne\rf", "\""], ["next"]])
    #expect(rows.map(\.line) == [1, 5])
  }

  @Test func `quotes elsewhere are text`() throws {
    #expect(try cells("a\"b\",\"c\"d,\"e\" \n") == [["a\"b\"", "cd", "e "]])
  }

  @Test func `an unclosed quote is told by its line and the rows after it are read`() throws {
    let rows = try Reading.rows("a,b\n\"x\ny\",\"open,z\nc,d\ne,f")
    #expect(rows.map(\.line) == [1, 3, 4, 5])
    #expect(rows.map(\.fault) == [nil, .unclosedQuote, nil, nil])
    #expect(rows[1].cells == ["x\ny", "open,z"])
    #expect(rows[3].cells == ["e", "f"])
  }

  @Test func `a quote that is unclosed beyond the limit costs one row`() throws {
    var limits = CSVLimits()
    limits.rowBytes = 100
    let text = "a,b\n1,\"open\n" + String(repeating: "c,d\r\n", count: 50)
    for size in [1, 13, 65_536] {
      let rows = try Reading.rows(Array(text.utf8), chunkBytes: size, limits: limits)
      #expect(rows.count == 52)
      #expect(rows[1].fault == .unclosedQuote)
      #expect(rows[51] == CSVRow(line: 52, cells: ["c", "d"]))
    }
  }

  @Test func `a row beyond the limit is passed over`() throws {
    var limits = CSVLimits()
    limits.rowBytes = 50
    let long = String(repeating: "x", count: 60)
    for opening in ["", "\""] {
      let text = "a,b\n1,\(opening)\(long)\r\nc,d"
      for size in [1, 7, 65_536] {
        let rows = try Reading.rows(Array(text.utf8), chunkBytes: size, limits: limits)
        #expect(rows.map(\.line) == [1, 2, 3])
        #expect(rows[1].fault == (opening.isEmpty ? .rowTooLong : .unclosedQuote))
        #expect(rows[2].cells == ["c", "d"])
      }
    }
  }

  @Test func `long cells, many cells and NUL are faults of their rows`() throws {
    let long = String(repeating: "x", count: 65_537)
    let many = String(repeating: ",", count: 1_024)
    let rows = try Reading.rows("a,b\n\(long),b\n\(many)\nx\0y,b\nc,d\n")
    #expect(rows.map(\.fault) == [nil, .cellTooLong, .tooManyCells, .nul, nil])
  }

  @Test func `a file of any bytes is read the same in any chunks and never fails`() throws {
    let alphabet: [UInt8] = Array("a,\"\n\r;\t'=\0".utf8) + Array("王".utf8) + [0xFF]
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let count = Int.random(in: 0...200, using: &random)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      var limits = CSVLimits()
      limits.rowBytes = 40
      limits.cellBytes = 20
      let text = { (size: Int) in
        try TextSource(ByteSource(bytes: bytes, chunkBytes: size), encoding: .utf8)
      }
      func read(_ size: Int) throws -> [CSVRow] {
        var reader = try CSVReader(text(size), limits: limits)
        var rows: [CSVRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
      }
      let expected = try read(1_000)
      for size in [1, 2, 5] { #expect(try read(size) == expected, "seed \(seed)") }
    }
  }

  @Test func `what is written is read back`() throws {
    let pieces = ["a", ",", "\"", "\n", "\r", ";", "\t", " ", "'", "=", "+", "王", "\r\n", ""]
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
          }.joined()
        }
      }
      var output: [UInt8] = []
      let writer = CSVWriter()
      writer.append(["name", "phone", "notes"], to: &output)
      for row in rows { writer.append(row, to: &output) }
      let read = try Reading.rows(output).dropFirst()
        .map { $0.cells.map(FormulaGuard.restored) }
      #expect(read == rows, "seed \(seed)")
    }
  }
}
