package import CallbookModel

extension DateSpan: ParameterValue {
  package static var valueSchema: ValueSchema {
    .text(format: .pattern("YYYY-MM-DD[/YYYY-MM-DD]"))
  }
  package static var exampleValue: Self { Self(CalendarDate(daysSince1970: 0)) }
}

extension DayHours: ParameterValue {
  package static var valueSchema: ValueSchema {
    .text(format: .pattern("closed|HH:MM-HH:MM[,…]"))
  }
  package static var exampleValue: Self { .closed }
}

extension WeeklyHours: ParameterValue {
  package static var valueSchema: ValueSchema {
    .text(format: .pattern("DAYS HH:MM-HH:MM[,…][; …]"))
  }
  package static var exampleValue: Self { .usual }
}

extension DayKind: ParameterWord {
  package static var exampleValue: Self { .off }
}
