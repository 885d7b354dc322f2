import Dispatch
import Synchronization
import Testing

@testable import CallbookStore

struct JobQueueTests {
  @Test func `jobs are taken in order, at most so many at once`() {
    let queue = JobQueue<Int>(capacity: 10)
    for number in 0..<5 { #expect(queue.offer(number)) }
    #expect(queue.take(atMost: 3) == [0, 1, 2])
    #expect(queue.count == 2)
    #expect(queue.take(atMost: 3) == [3, 4])
  }

  @Test func `a full queue and a closed one take nothing`() {
    let queue = JobQueue<Int>(capacity: 2)
    #expect(queue.offer(1) && queue.offer(2))
    #expect(!queue.offer(3))
    #expect(queue.take(atMost: 1) == [1])
    #expect(queue.offer(4))
    queue.close()
    #expect(!queue.offer(5))
    #expect(queue.take(atMost: 9) == [2, 4])
    #expect(queue.take(atMost: 9) == [])
    #expect(queue.take(atMost: 9) == [])
  }

  @Test(arguments: [(1, 1), (1, 256), (2, 1), (4, 3)])
  func `many threads lose nothing, double nothing and all end`(_ takers: Int, _ limit: Int) {
    let queue = JobQueue<Int>(capacity: 64)
    let taken = Mutex<[Int]>([])
    let takersDone = DispatchGroup()
    for number in 0..<takers {
      DispatchQueue(label: "taker \(number)").async(group: takersDone) {
        while true {
          let jobs = queue.take(atMost: limit)
          guard !jobs.isEmpty else { return }
          taken.withLock { $0 += jobs }
        }
      }
    }
    let givers = DispatchGroup()
    let refused = Mutex<Set<Int>>([])
    for giver in 0..<3 {
      DispatchQueue(label: "giver \(giver)").async(group: givers) {
        for job in giver * 2000..<(giver + 1) * 2000 where !queue.offer(job) {
          refused.withLock { _ = $0.insert(job) }
        }
      }
    }
    #expect(givers.wait(timeout: .now() + .seconds(20)) == .success)
    queue.close()
    #expect(takersDone.wait(timeout: .now() + .seconds(20)) == .success)
    let all = taken.withLock { $0 }
    #expect(Set(all).count == all.count)
    #expect(Set(all).union(refused.withLock { $0 }) == Set(0..<6000))
    if takers == 1 {
      for giver in 0..<3 {
        let own = all.filter { $0 / 2000 == giver }
        #expect(own == own.sorted())
      }
    }
  }
}
