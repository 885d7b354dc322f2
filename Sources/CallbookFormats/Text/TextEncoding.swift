/// The encodings that files of contacts come in.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// What spreadsheets on a Chinese Windows write; GBK and GB2312 are parts of it.
  case gb18030
  case big5
  case shiftJIS = "shift_jis"
  case windows1252 = "windows-1252"

  /// - Parameter label: as people and `CHARSET=` parameters write it; nil when it is not known.
  package init?(label: String) {
    let plain = label.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "utf8bom", "usascii", "ascii": self = .utf8
    case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "ansi", "euccn", "gb": self = .gb18030
    case "big5", "big5hkscs", "cp950": self = .big5
    case "shiftjis", "sjis", "cp932": self = .shiftJIS
    case "windows1252", "cp1252", "iso88591", "latin1", "iso885915": self = .windows1252
    default: return nil
    }
  }

  /// The name by which iconv(3) knows it.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .windows1252: "CP1252"
    }
  }

  /// How far to step over what cannot be decoded, without losing one's place.
  var unitBytes: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf8, .gb18030, .big5, .shiftJIS, .windows1252: 1
    }
  }

  /// The mark at the start of a file that says its encoding, if it is there.
  static func mark(at bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, bytes: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
