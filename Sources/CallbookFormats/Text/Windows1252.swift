/// The code page that Latin text is written in where nobody chose one; Latin-1 is nearly a part of it.
enum Windows1252 {
  /// What the text's bytes were, if it was read in this code page; nil if it cannot have been.
  static func bytes(of utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x100 {
        output.append(UInt8(scalar.value))
      } else if let byte = moved[scalar.value] {
        output.append(byte)
      } else {
        return nil
      }
    }
    return output
  }

  /// Where it differs from Latin-1: characters in the place of control codes.
  private static let moved: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
