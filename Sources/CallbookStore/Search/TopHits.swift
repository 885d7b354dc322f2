/// The best hits of a search so far, at most `limit` of them: a heap whose root is the worst.
struct TopHits {
  private let limit: Int
  /// Hits up to this one were given before; nil at the first page.
  private let after: NameIndex.Hit?
  private var heap: [NameIndex.Hit] = []

  init(limit: Int, after: NameIndex.Hit?) {
    self.limit = limit
    self.after = after
    heap.reserveCapacity(limit)
  }

  /// What a hit must be better than to count; nil while there is room.
  private(set) var worst: NameIndex.Hit?
  /// Hits of a weaker rank do not count.
  private(set) var worstRank = NameIndex.Rank.insideCompany

  var sorted: [NameIndex.Hit] { heap.sorted() }

  mutating func insert(_ hit: NameIndex.Hit) {
    if let after, hit <= after { return }
    if heap.count < limit {
      heap.append(hit)
      siftUp()
    } else if let worst, hit < worst {
      heap[0] = hit
      siftDown()
    }
    guard heap.count == limit, let root = heap.first else { return }
    worst = root
    worstRank = root.rank
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2] < heap[child] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var largest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[largest] < heap[child] { largest = child }
      }
      if largest == parent { return }
      heap.swapAt(parent, largest)
      parent = largest
    }
  }
}
