/// One member of every type that decoding knows, with itself within.
struct DecodingProbe: Codable, Equatable {
  enum Word: String, Codable, CaseIterable {
    case one, two
  }

  var a: Bool?
  var b: Int8?
  var c: UInt16?
  var d: Int32?
  var e: UInt64?
  var f: Int?
  var g: Double?
  var h: String?
  var i: [Int64]?
  var j: [DecodingProbe]?
  var k: Word?
  var l: [[String]]?
  var m: [String: Bool]?
}
