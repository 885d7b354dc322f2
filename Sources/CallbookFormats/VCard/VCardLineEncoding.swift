/// How a property's value is encoded, as far as it changes where its line ends.
enum VCardLineEncoding: Equatable {
  case plain, quotedPrintable, base64

  /// - Parameter line: the first physical line of the property.
  init(ofHead line: [UInt8]) {
    let front = line.prefix(512).prefix { $0 != UInt8(ascii: ":") }
    guard front.contains(UInt8(ascii: ";")) else {
      self = .plain
      return
    }
    let head = String(decoding: front, as: UTF8.self).uppercased()
    let parameters = head.split(separator: ";").dropFirst()
    func has(_ names: [Substring]) -> Bool {
      parameters.contains { names.contains($0) }
    }
    if has(["QUOTED-PRINTABLE", "ENCODING=QUOTED-PRINTABLE"]) {
      self = .quotedPrintable
    } else if has(["BASE64", "ENCODING=BASE64", "ENCODING=B"]) {
      self = .base64
    } else {
      self = .plain
    }
  }
}
