import CallbookModel
import Testing

struct HistogramCounterTests {
  @Test func `a size belongs to the first bucket whose bound it does not exceed`() {
    let counter = HistogramCounter(bounds: [1, 10, 100])
    for size in [0, 1, 2, 10, 11, 100, 101, 1_000_000] { counter.add(size) }
    let histogram = counter.histogram
    #expect(histogram.counts == [2, 2, 2, 2] && histogram.count == 8)
    #expect(histogram.sum == 1_000_225)
    let twice = histogram + histogram
    #expect(twice.counts == [4, 4, 4, 4] && twice.sum == 2_000_450)
  }

  @Test func `others read what one thread counts`() async {
    let counter = HistogramCounter(bounds: [5])
    await withTaskGroup { group in
      group.addTask { for size in 0..<10_000 { counter.add(size % 10) } }
      group.addTask { for _ in 0..<1_000 { _ = counter.histogram.count } }
    }
    #expect(counter.histogram.counts == [6_000, 4_000])
  }
}
