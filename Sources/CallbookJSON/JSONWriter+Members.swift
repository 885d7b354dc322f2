extension JSONWriter {
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// A text of an ASCII letter and a number that is not negative, such as `"c12"`.
  package mutating func value(_ letter: Unicode.Scalar, _ number: Int64) {
    rawValue { bytes in
      bytes.append(0x22)
      bytes.append(UInt8(ascii: letter))
      bytes.append(contentsOf: String(number).utf8)
      bytes.append(0x22)
    }
  }

  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}
