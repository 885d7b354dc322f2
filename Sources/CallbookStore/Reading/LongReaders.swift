import CallbookModel
import Dispatch

/// The threads that answer what takes longer: finding, reports, exports.
///
/// Two, so that one long answer does not hold up every other; each has a read connection of its own.
final class LongReaders: Sendable {
  typealias Work = @Sendable (Result<ReadTransaction, CallbookError>) -> Void

  static let threadCount = 2
  /// How many may wait before further ones are refused as `busy`.
  static let capacity = 1024

  /// How long a stop waits for a long read: its snapshot keeps the log from being emptied.
  static let patience = DispatchTimeInterval.seconds(2)

  private let queue = JobQueue<Work>(capacity: capacity)
  private let running = DispatchGroup()

  init(path: String, shared: ReadingMemory, committed: CommitSink) {
    for number in 1...Self.threadCount {
      // A serial queue that never returns keeps a thread for itself.
      DispatchQueue(label: "callbook.read.\(number)").async(group: running) { [queue] in
        Self.serve(queue, path: path, shared: shared, committed: committed)
      }
    }
  }

  /// - Returns: false when too many wait already.
  func offer(_ work: @escaping Work) -> Bool { queue.offer(work) }

  /// Lets what waits be answered and closes the connections.
  ///
  /// - Returns: whether that was done in time.
  func close() -> Bool {
    queue.close()
    return running.wait(timeout: .now() + Self.patience) == .success
  }

  var waiting: Int { queue.count }

  private static func serve(
    _ queue: JobQueue<Work>, path: String, shared: ReadingMemory, committed: CommitSink
  ) {
    let fields = DefinedFields()
    var connection: SQLConnection?
    while let work = queue.take(atMost: 1).first {
      do throws(CallbookError) {
        let sql: SQLConnection
        if let connection {
          sql = connection
        } else {
          sql = try SQLConnection(readingStoreAt: path)
        }
        fields.renew(committed.fields)
        try sql.execute("BEGIN")
        connection = sql
        work(.success(ReadTransaction(sql, shared, fields: fields)))
        // The work was called: whatever happens now, it is not called again.
        if !sql.endReading() { connection = nil }
      } catch {
        connection = nil
        work(.failure(error))
      }
    }
  }
}
