/// One consistent look at the store: every reading operation is an extension of this.
///
/// A read request is given one, so it cannot write; a write request's ``WriteTransaction`` is one too.
/// It is only used on the thread that made it, and not kept.
package class ReadTransaction {
  let sql: SQLConnection
  let shared: ReadingMemory
  let fields: DefinedFields

  init(
    _ sql: SQLConnection, _ shared: ReadingMemory, fields: DefinedFields = DefinedFields()
  ) {
    self.sql = sql
    self.shared = shared
    self.fields = fields
  }
}
