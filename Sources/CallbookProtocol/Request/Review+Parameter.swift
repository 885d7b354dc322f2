package import CallbookModel

extension ReviewCycle: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("P3M")) }
  package static var exampleValue: Self { .never }
}

extension ReviewCycleChoice: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("P3M")) }
  package static var exampleValue: Self { .usual }
}

extension VerificationMeans: ParameterWord {
  package static var exampleValue: Self { .phone }
}
extension ReviewOutcome: ParameterWord {
  package static var exampleValue: Self { .confirmed }
}
extension Review.Cause: ParameterWord {
  package static var exampleValue: Self { .cycle }
}
extension Review.State: ParameterWord {
  package static var exampleValue: Self { .open }
}
