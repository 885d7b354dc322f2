import CallbookJSON
import CallbookModel
import CallbookProtocol
import Synchronization

/// Whatever is asked of a shop full of canaries, every line has one answer, and neither the journal, nor
/// the status, nor an error has a canary.
enum DispatchProperties {
  /// Kept from input to input for as long as nothing in it has changed: every input finds the same.
  private static let unchanged = Mutex<FuzzedShop?>(nil)

  static func check(_ input: [UInt8]) throws {
    try unchanged.withLock { kept in
      let shop = try kept ?? FuzzedShop()
      // Whatever goes wrong with it, the next input has another one.
      kept = nil
      try check(CutInput(input), in: shop)
      if shop.isUnchanged {
        kept = shop
      } else {
        try shop.letTimePass()
        shop.close()
      }
      try checkSilence(of: shop.takeTexts())
    }
  }

  private static func check(_ input: CutInput, in shop: FuzzedShop) throws {
    let client = FuzzedClient(shop, user: input.choice)
    defer { client.disconnect() }
    // The end of the input is the end of a line, too.
    var stream = (input.rest + [0x0A])[...]
    while !stream.isEmpty {
      client.push(stream.prefix(input.chunkBytes * 16))
      stream = stream.dropFirst(input.chunkBytes * 16)
    }
    let answers = try client.answers()
    try require(
      answers.count == client.lines, "\(client.lines) lines have \(answers.count) answers")
    for answer in answers { try checkError(of: answer, to: client.asked) }
  }

  /// - Parameter asked: what was sent: the name of a member comes back as the pointer to it, and so
  ///   does the name of an unknown method.
  private static func checkError(of answer: [UInt8], to asked: [UInt8]) throws {
    // The longest answer describes every method.
    let tape = JSONTape(limits: JSONLimits(depth: 64, tokens: 1_000_000))
    guard let error = try tape.parse(answer)["error"] else { return }
    try require(
      error["data"]?["reason"]?.string != Reason.internal.rawValue,
      "an answer is a fault of the daemon's: \(String(decoding: answer, as: UTF8.self))")
    let text = String(decoding: error.rawBytes, as: UTF8.self)
    let sent = String(decoding: asked, as: UTF8.self)
    for canary in Canaries.words where text.contains(canary) {
      try require(sent.contains(canary), "an error has \(canary): \(text)")
    }
  }

  /// The daemon speaks ASCII: anything else came from the register or from a request.
  private static func checkSilence(of texts: [String]) throws {
    for text in texts {
      try require(text.utf8.allSatisfy { $0 < 0x80 }, "the journal has a text of the shop: \(text)")
      for canary in Canaries.words {
        try require(!text.contains(canary), "the journal has \(canary): \(text)")
      }
    }
  }
}
