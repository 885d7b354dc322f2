import CallbookProtocol
import CallbookRequests
import CallbookTesting

/// A line that may be a request, or nearly one, or nothing of the kind.
enum MutatedLine {
  private static let good: [[UInt8]] = MethodTable.all.methods.flatMap { method in
    (method.examples.map(\.params) + ["{}"]).map { params in
      Array(#"{"jsonrpc":"2.0","id":7,"method":"\#(method.name)","params":\#(params)}"#.utf8)
    }
  }

  static func make(_ random: inout SplitMix64) -> [UInt8] {
    if random.below(5) == 0 {
      return (0..<random.below(60)).map { _ in printable(&random) }
    }
    var line = good[random.below(good.count)]
    for _ in 0..<random.below(4) where !line.isEmpty {
      let place = random.below(line.count)
      switch random.below(4) {
      case 0: line[place] = printable(&random)
      case 1: line.remove(at: place)
      case 2: line.insert(printable(&random), at: place)
      default: line = Array(line[..<place])
      }
    }
    return line
  }

  /// Any byte but a line feed, mostly those that JSON is made of.
  private static func printable(_ random: inout SplitMix64) -> UInt8 {
    let alphabet = Array(#"{}[]",:\u0123456789-+.eE truefalsnl"#.utf8)
    guard random.below(4) == 0 else { return alphabet[random.below(alphabet.count)] }
    let byte = UInt8(random.below(256))
    return byte == 0x0A ? 0x0D : byte
  }
}
