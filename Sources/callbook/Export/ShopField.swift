import CallbookClient
import CallbookJSON
import CallbookModel

/// A field that the shop defined, as far as a command has to know it.
struct ShopField {
  let key: String
  let label: String
  /// Of a choice, its words.
  let choices: [String]
  let isRequired: Bool
  /// Whether it is yes or no.
  let isFlag: Bool

  /// - Parameter subject: `contact` or `form`.
  static func all(
    of subject: String, withRetired: Bool, _ run: Run
  ) throws(CallbookError) -> [ShopField] {
    var json = JSONWriter()
    json.beginObject()
    json.member("subject", subject)
    json.key("retired")
    json.value(withRetired)
    json.endObject()
    let reply: JSONNode
    do throws(CallbookError) {
      reply = try run.client().call(Call("field.list", json.bytes, isChange: false))
    } catch {
      // A daemon that is older than such fields has none.
      guard error.reason == .unknownMethod else { throw error }
      return []
    }
    return reply["items"]?.elements.compactMap(ShopField.init) ?? []
  }

  private init?(_ item: JSONNode) {
    guard let key = item["key"]?.string, let label = item["label"]?.string else { return nil }
    self.key = key
    self.label = label
    choices = item["choices"]?.elements.compactMap(\.string) ?? []
    isRequired = item["required"]?.boolean == true
    isFlag = item["type"]?.string == "flag"
  }
}
