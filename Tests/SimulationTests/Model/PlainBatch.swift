/// A batch of forms as the rules look at it.
struct PlainBatch {
  var state = "created"
  /// By when the next step is to be done; nil when there is none.
  var due: Int64?
}

/// A callback form as batches look at it.
struct PlainForm {
  let callback: Int64
  var batch: Int64?
  var isConcluded = false
}

extension PlainShop {
  /// The opening of the working day that a setting counts from now.
  func opening(after setting: String) -> Int64 {
    SimulatedReviews.opening(number(setting), after: now, calendar).at
  }
}
