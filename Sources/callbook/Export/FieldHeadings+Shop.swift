import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

extension FieldHeadings {
  /// Those of the shop's own fields of contacts, retired ones, too: contacts may still have them.
  static func ofShop(_ run: Run) throws(CallbookError) -> FieldHeadings {
    let reply: JSONNode
    do throws(CallbookError) {
      let params = Array(#"{"subject":"contact","retired":true}"#.utf8)
      reply = try run.client().call(Call("field.list", params, isChange: false))
    } catch {
      // A daemon that is older than such fields has none.
      guard error.reason == .unknownMethod else { throw error }
      return FieldHeadings()
    }
    return FieldHeadings(
      reply["items"]?.elements.compactMap { item in
        guard let key = item["key"]?.string, let label = item["label"]?.string else { return nil }
        return (key, label)
      } ?? [])
  }
}
