import CallbookProtocol
import Testing

@testable import CallbookServer

struct AdmissionTests {
  private func limits(total: Int, reserved: Int, perUser: Int) -> ServerLimits {
    var limits = ServerLimits()
    limits.connections = total
    limits.reservedConnections = reserved
    limits.connectionsPerUser = perUser
    return limits
  }

  @Test func `the last place is for reserved users`() {
    var admission = Admission(limits: limits(total: 3, reserved: 1, perUser: 9))
    #expect(admission.admit(uid: 1, isReserved: false) == .admitted(.init(number: 1)))
    #expect(admission.admit(uid: 2, isReserved: false) == .admitted(.init(number: 2)))
    #expect(
      admission.admit(uid: 3, isReserved: false) == .refused(.connectionsFull(limit: 3)))
    #expect(admission.admit(uid: 4, isReserved: true) == .admitted(.init(number: 3)))
    #expect(admission.admit(uid: 4, isReserved: true) == .refused(.connectionsFull(limit: 3)))
  }

  @Test func `one user cannot take every place`() {
    var admission = Admission(limits: limits(total: 9, reserved: 1, perUser: 2))
    #expect(admission.admit(uid: 1, isReserved: false) == .admitted(.init(number: 1)))
    #expect(admission.admit(uid: 1, isReserved: false) == .admitted(.init(number: 2)))
    #expect(admission.admit(uid: 1, isReserved: true) == .refused(.userFull(limit: 2)))
    #expect(admission.admit(uid: 2, isReserved: false) == .admitted(.init(number: 3)))
  }

  @Test func `a place is free again once its connection left, its number never`() {
    var admission = Admission(limits: limits(total: 2, reserved: 1, perUser: 9))
    #expect(admission.admit(uid: 1, isReserved: false) == .admitted(.init(number: 1)))
    admission.leave(uid: 1)
    #expect(admission.admit(uid: 1, isReserved: false) == .admitted(.init(number: 2)))
  }

  @Test func `nobody comes in after the close`() {
    var admission = Admission(limits: ServerLimits())
    admission.close()
    #expect(admission.admit(uid: 0, isReserved: true) == .refused(.draining))
  }
}
