/// A name out of its parts.
enum PersonName {
  /// Family name first and no space where the name is written in Chinese characters.
  static func joined(family: String, given: String) -> String {
    if family.isEmpty || given.isEmpty { return family + given }
    let isHan = (family + given).unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
    return isHan ? family + given : "\(given) \(family)"
  }
}
