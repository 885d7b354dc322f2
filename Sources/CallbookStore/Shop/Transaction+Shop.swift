package import CallbookModel

extension ReadTransaction {
  package func shop() throws(CallbookError) -> Shop {
    let shop = try sql.first("SELECT name, region, time_zone, locale, rev FROM shop") { row in
      Shop(
        name: row.textOrNil(0), region: row.text(1), timeZone: row.text(2), locale: row.text(3),
        rev: row.integer(4))
    }
    guard let shop else { throw CallbookError(.storeCorrupt, "the store has no shop") }
    return shop
  }
}

extension WriteTransaction {
  package func save(_ new: Shop, over old: Shop) throws(CallbookError) -> Shop {
    let changes = [
      FieldChange("name", before: old.name, after: new.name),
      FieldChange("region", before: old.region, after: new.region),
      FieldChange("time_zone", before: old.timeZone, after: new.timeZone),
      FieldChange("locale", before: old.locale, after: new.locale),
    ].filter { $0.before != $0.after }
    guard !changes.isEmpty else { return old }
    var shop = new
    shop.rev = old.rev + 1
    try sql.execute("UPDATE shop SET name = ?, region = ?, time_zone = ?, locale = ?, rev = ?") {
      $0.bind(shop.name)
      $0.bind(shop.region)
      $0.bind(shop.timeZone)
      $0.bind(shop.locale)
      $0.bind(shop.rev)
    }
    try record("shop.edited", .shop, changes)
    afterCommit(.shopChanged)
    // The calendar follows the clocks of the zone and the holidays of the region.
    if (shop.timeZone, shop.region) != (old.timeZone, old.region) { try planningChanged() }
    return shop
  }
}
