/// What the writer keeps between requests, so that none has to read it: taken back with a request.
struct WriterMemory {
  var tail: LedgerTail
  var ids: NextIDs
  var planning: Planning
  /// Which state of the staff list the next request sees.
  var staffGeneration: Int
}
