extension Unicode.Scalar {
  /// The ASCII character of which this is the full-width form (U+FF01 to U+FF5E, U+3000), or
  /// itself: what a Chinese input method writes where Latin was meant.
  package var halfWidth: Unicode.Scalar {
    switch value {
    case 0x3000: " "
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
    default: self
    }
  }
}
