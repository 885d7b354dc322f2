package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives the shop's own settings.
package struct GetShop: ReadRequest {
  package static let method = "shop.get"
  package static let summary = "Gives the shop's own settings."
  package static let permission = Permission.roles(.everybody, caretaker: true)
  package static let examples = [RequestExample("The settings", "{}")]

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Shop {
    try store.shop()
  }
}
