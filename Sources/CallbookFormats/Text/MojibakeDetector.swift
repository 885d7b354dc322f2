import CallbookModel

/// Finds text that was once read in a wrong encoding and saved like that.
///
/// Three accidents are told from honest text, each so that honest text passes: UTF-8 read as GBK
/// (鐜嬪皬鏄), GBK read as Latin-1 (ÍõÐ¡Ã÷), UTF-8 read as Latin-1 (çŽ‹, JosÃ©); and what such
/// accidents leave behind: U+FFFD, the same in GBK (锟斤拷), and text of nothing but question marks.
final class MojibakeDetector {
  private let toGB18030: Transcoder
  private let suspectBits: [UInt64]

  init() throws(CallbookError) {
    toGB18030 = try Transcoder(from: "UTF-8", to: TextEncoding.gb18030.iconvName)
    suspectBits = Self.suspects
  }

  /// One bit a character up to U+FFFF: those that UTF-8 read as GBK can begin with.
  private static let suspects: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    // Without the system's table `init` has failed already.
    guard let transcoder = try? Transcoder(from: .gb18030) else { return bits }
    for lead in leads {
      for trail: UInt8 in 0x80...0xBF {
        let text = String(decoding: transcoder.convert([lead, trail], isLast: true), as: UTF8.self)
        guard let scalar = text.unicodeScalars.first?.value, scalar < 0x10000 else { continue }
        bits[Int(scalar / 64)] |= 1 << UInt64(scalar % 64)
      }
    }
    return bits
  }()

  /// The bytes that a Chinese character or full-width punctuation begins with in UTF-8.
  private static let leads: [UInt8] = [0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF]

  func isMojibake(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isMojibake($0) }
  }

  private func isMojibake(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else {
      return !bytes.isEmpty && bytes.count > 1 && bytes.allSatisfy { $0 == 0x3F }
    }
    var hasLatin = false
    for index in first..<bytes.count {
      let byte = bytes[index]
      if byte == 0xC2 || byte == 0xC3 { hasLatin = true }
      if byte == 0xEF, isReplacement(index, bytes) { return true }
      if byte == 0xE9, isReplacementInGBK(index, bytes) { return true }
    }
    if hasLatin, let once = Windows1252.bytes(of: bytes) {
      return Self.isUTF8(once) || Self.isGB2312(once)
    }
    return isSuspect(first, bytes) && isUTF8ReadAsGBK(bytes)
  }

  private func isReplacement(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
  }

  /// 锟斤, which is U+FFFD twice, written as UTF-8 and read as GBK.
  private func isReplacementInGBK(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 5 < bytes.count && bytes[index + 1] == 0x94 && bytes[index + 2] == 0x9F
      && bytes[index + 3] == 0xE6 && bytes[index + 4] == 0x96 && bytes[index + 5] == 0xA4
  }

  /// Whether the character at `index` is one in five hundred: only then is the rest looked at.
  private func isSuspect(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lead = UInt32(bytes[index])
    guard lead & 0xF0 == 0xE0, index + 2 < bytes.count else { return false }
    let scalar =
      (lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return suspectBits[Int(scalar / 64)] & (1 << UInt64(scalar % 64)) != 0
  }

  private func isUTF8ReadAsGBK(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let once = toGB18030.convertExactly(bytes) else { return false }
    var index = 0
    var characters = 0
    var isLossy = false
    while index < once.count {
      if once[index] < 0x80 {
        index += 1
        continue
      }
      // The third byte may have been lost to a question mark.
      guard Self.leads.contains(once[index]), index + 2 < once.count,
        once[index + 1] & 0xC0 == 0x80,
        once[index + 2] & 0xC0 == 0x80 || once[index + 2] == 0x3F
      else { return false }
      characters += 1
      isLossy = isLossy || once[index + 2] == 0x3F
      index += 3
    }
    // A single character may be a rare but honest pair such as 涓區.
    return characters > 1 || isLossy
  }

  /// Whether these bytes, which were read as Latin-1, are UTF-8 with more than ASCII in it.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard case .character(let length) = UTF8Step.at(index, in: bytes) else { return false }
        index += length
      }
      return true
    }
  }

  /// Whether all that is not ASCII comes in pairs of GB2312, two pairs in a row at least once:
  /// no Latin word has four accented letters one after another.
  private static func isGB2312(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var longest = 0
    var run = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        run = 0
        index += 1
        continue
      }
      guard (0xA1...0xF7).contains(bytes[index]), index + 1 < bytes.count,
        (0xA1...0xFE).contains(bytes[index + 1])
      else { return false }
      run += 1
      longest = max(longest, run)
      index += 2
    }
    return longest >= 2
  }
}
