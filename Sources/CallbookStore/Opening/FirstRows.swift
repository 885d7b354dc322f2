import CallbookModel

/// The rows that a new store begins with.
struct FirstRows {
  let services: StoreServices

  /// - Returns: the store's instance, new or as it was.
  func insertIfMissing(
    _ sql: SQLConnection, continuity: ContinuityLog
  ) throws(CallbookError) -> UniqueID {
    if let known = try sql.first("SELECT instance FROM store", { $0.uniqueID(0) }) {
      return known
    }
    let now = services.clock.now()
    let instance = UniqueID(at: now, randomness: services.randomness)
    try continuity.noteInstance(instance, at: now)
    try sql.execute("BEGIN IMMEDIATE")
    try sql.execute("INSERT INTO store (one, instance, salt, created_at) VALUES (1, ?, ?, ?)") {
      $0.bind(instance)
      $0.bind(UniqueID(services.randomness.next128()).bytes)
      $0.bind(now)
    }
    try sql.execute(
      """
      INSERT INTO shop (one, region, time_zone, locale, rev)
      VALUES (1, 'CN', 'Asia/Shanghai', 'zh-CN', 1)
      """)
    // A new store has nothing that was planned by fewer years.
    try sql.execute("UPDATE calendar SET shipped = ?") {
      $0.bind(ShippedYears.text(services.shippedYears))
    }
    try sql.execute("COMMIT")
    return instance
  }
}
