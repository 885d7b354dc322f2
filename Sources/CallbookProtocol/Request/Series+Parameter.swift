package import CallbookModel

extension CalendarCycle: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("P3M")) }
  package static var exampleValue: Self { .monthly }
}

extension MinuteOfDay: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("HH:MM")) }
  package static var exampleValue: Self { .midnight }
}

extension Series.State: ParameterWord {
  package static var exampleValue: Self { .active }
}
