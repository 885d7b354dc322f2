/// An input whose first two bytes say how its rest is to be read.
///
/// Both may be printable, so that seeds can be typed: `00` is the beginning of the usual.
struct CutInput {
  /// 0 to 7.
  let choice: Int
  /// How many bytes arrive at once, 1 to 64.
  let chunkBytes: Int
  let rest: [UInt8]

  init(_ input: [UInt8]) {
    choice = Int(input.first ?? 0) & 7
    chunkBytes = 1 + Int(input.dropFirst().first ?? 0) & 63
    rest = Array(input.dropFirst(2))
  }
}
