import Glibc

/// A terminal at which somebody answers by single keys, or by lines.
///
/// It only gives single keys while it waits for one: whatever ends the program otherwise leaves it as
/// it was.
final class KeyTerminal {
  private let input: Int32

  /// - Returns: nil when either is no terminal.
  init?(input: Int32, output: Int32) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    self.input = input
  }

  /// The next key; nil at the end of the input, Ctrl-C and Ctrl-D included.
  ///
  /// - Parameter ask: says what for, once a key that answers at once is taken as one.
  func key(_ ask: () -> Void) -> Character? {
    var usual = termios()
    guard tcgetattr(input, &usual) == 0 else { return nil }
    var single = usual
    // Ctrl-C is a key, too, so that nothing ends the program in the meantime.
    single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(input, TCSADRAIN, &single)
    defer { tcsetattr(input, TCSADRAIN, &usual) }
    ask()
    guard let first = byte(), first != Self.endOfText, first != Self.endOfTransmission else {
      return nil
    }
    if first == Self.escape { return escaped() }
    var bytes = [first]
    while bytes.count < Self.length(of: first), let next = byte() { bytes.append(next) }
    return String(decoding: bytes, as: UTF8.self).first
  }

  /// A line as people edit it; nil at the end of the input.
  func line() -> String? {
    var bytes: [UInt8] = []
    while let next = byte() {
      if next == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(next)
    }
    return nil
  }

  private static let endOfText: UInt8 = 0x03
  private static let endOfTransmission: UInt8 = 0x04
  private static let escape: UInt8 = 0x1B

  /// Cursor keys send more than one byte: all of it is one key that means nothing here.
  private func escaped() -> Character {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0, byte() != nil {}
    return "\u{1B}"
  }

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }

  /// Bytes of the UTF-8 character that begins with this one.
  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }
}
