/// What an appointment is for (DOMAIN A1).
package enum AppointmentKind: String, Codable, Sendable, CaseIterable {
  case application
  case installation
  case training
  case maintenance
  case visit
}

extension Policy {
  /// How long one takes unless somebody says otherwise.
  package func appointmentMinutes(of kind: AppointmentKind) -> Int {
    switch kind {
    case .application: appointmentMinutesApplication
    case .installation: appointmentMinutesInstallation
    case .training: appointmentMinutesTraining
    case .maintenance: appointmentMinutesMaintenance
    case .visit: appointmentMinutesVisit
    }
  }
}
