import CallbookJSON
package import FoundationEssentials

/// The files of a store that ``Canaries/seed`` filled, made once in a process.
package enum FilledStore {
  package static func files() throws -> [String: Data] { try made.get() }

  private static let made = Result { try make() }

  private static func make() throws -> [String: Data] {
    let folder = try StoreFolder()
    let shop = try FuzzedShop(in: folder)
    try ask(
      shop, user: 0, "staff.add",
      #"{"user":"alice","role":["admin","manager"],"name":"kanari-admin"}"#)
    for (method, params) in Canaries.seed { try ask(shop, user: 1, method, params) }
    try shop.letTimePass()
    shop.close()
    return try folder.files()
  }

  private static func ask(
    _ shop: FuzzedShop, user: Int, _ method: String, _ params: String
  ) throws {
    let client = FuzzedClient(shop, user: user)
    defer { client.disconnect() }
    client.push(
      (#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"# + "\n").utf8)
    let answer = try client.answers().first ?? []
    try require(
      try JSONTape().parse(answer)["result"] != nil,
      "\(method) is refused: \(String(decoding: answer, as: UTF8.self))")
  }
}
