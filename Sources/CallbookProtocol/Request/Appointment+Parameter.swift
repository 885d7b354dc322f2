package import CallbookModel

extension PlaceName: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern(PlaceName.example.text)) }
  package static var exampleValue: Self { .example }
}

extension Place.State: ParameterWord {
  package static var exampleValue: Self { .open }
}
extension AppointmentKind: ParameterWord {
  package static var exampleValue: Self { .visit }
}
extension Appointment.State: ParameterWord {
  package static var exampleValue: Self { .booked }
}
extension Appointment.Party: ParameterWord {
  package static var exampleValue: Self { .customer }
}
extension BookingChannel: ParameterWord {
  package static var exampleValue: Self { .counter }
}
extension Appointment.Cancellation.Party: ParameterWord {
  package static var exampleValue: Self { .customer }
}
extension LeadBand: ParameterWord {
  package static var exampleValue: Self { .withinDay }
}

extension CancelReason: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("customer_request")) }
  package static var exampleValue: Self { .other }
}
