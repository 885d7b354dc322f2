import CCrypto

@testable import CallbookStore

/// The chain computed anew from `docs/ledger.md`, sharing no code with the program.
enum IndependentHash {
  /// - Returns: the sequence numbers whose stored hash is not what the document says.
  static func wrongEntries(in sql: SQLConnection) throws -> [Int64] {
    var previous = [UInt8](repeating: 0, count: 32)
    var wrong: [Int64] = []
    let rows = try sql.all(
      """
      SELECT seq, hash, seq, at, uid, pid, user, method, event, kind, subject, fields, digest
      FROM ledger ORDER BY seq
      """, { _ in },
      { row in
        (row.integer(0), row.blob(1), (2...12).map { row.isNull($0) ? nil : row.blob($0) })
      })
    for (seq, stored, fields) in rows {
      var message = part(previous)
      for field in fields { message += part(field) }
      var digest = [UInt8](repeating: 0, count: 32)
      SHA256(message, message.count, &digest)
      if digest != stored { wrong.append(seq) }
      previous = stored
    }
    return wrong
  }

  private static func part(_ bytes: [UInt8]?) -> [UInt8] {
    guard let bytes else { return [UInt8](repeating: 0xFF, count: 8) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (56 - 8 * $0)) }
    return length + bytes
  }
}
