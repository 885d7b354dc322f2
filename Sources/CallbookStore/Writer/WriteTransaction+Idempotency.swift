import CallbookModel

extension WriteTransaction {
  /// The reply that was stored when this key was used first; nil when it is new.
  func storedReply(_ key: IdempotencyKey) throws(CallbookError) -> [UInt8]? {
    let known = try sql.first(
      "SELECT digest, reply, method FROM idempotency WHERE uid = ? AND key = ?",
      { row in
        row.bind(Int64(actor.uid))
        row.bind(key.key)
      },
      { row in (digest: row.blob(0), reply: row.text(1), method: row.text(2)) })
    guard let known else { return nil }
    let digest = try digest(of: key)
    guard known.method == method, known.digest == digest else {
      throw CallbookError(
        .idempotencyMismatch,
        "this idempotency key was used for another request (\(known.method)); make a new key")
    }
    return Array(known.reply.utf8)
  }

  /// Keeps the reply beside the change that it tells of, in the same transaction.
  func storeReply(_ reply: [UInt8], for key: IdempotencyKey) throws(CallbookError) {
    let digest = try digest(of: key)
    try sql.execute(
      """
      INSERT INTO idempotency (uid, key, method, digest, reply, kind, subject, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(Int64(actor.uid))
      row.bind(key.key)
      row.bind(method)
      row.bind(digest)
      row.bind(String(decoding: reply, as: UTF8.self))
      row.bind(firstSubject?.kind)
      row.bind(firstSubject?.number)
      row.bind(at)
    }
    // Two for each new one: the table never grows beyond what 72 hours bring.
    try dropOldReplies(atMost: 2)
  }

  /// Drops replies that are older than 72 hours, at most that many at a time.
  func dropOldReplies(atMost limit: Int64) throws(CallbookError) {
    try sql.execute(
      """
      DELETE FROM idempotency WHERE (uid, key) IN (
        SELECT uid, key FROM idempotency WHERE at < ? ORDER BY at LIMIT ?)
      """
    ) { row in
      row.bind(at.advanced(byMilliseconds: -IdempotencyKey.keptMilliseconds))
      row.bind(limit)
    }
  }

  /// Salted, so that nobody can guess what was sent from what the store keeps.
  private func digest(of key: IdempotencyKey) throws(CallbookError) -> [UInt8] {
    let salt = try sql.first("SELECT salt FROM store") { $0.blob(0) } ?? []
    return Digest.sha256(salt + key.params)
  }
}

extension IdempotencyKey {
  /// 72 hours: longer than a weekend, over which a client may be cut off.
  static let keptMilliseconds: Int64 = 72 * 3_600_000
}
