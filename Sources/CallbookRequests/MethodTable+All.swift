import CallbookProtocol

extension MethodTable {
  /// Every request, in the order of the methods' names: one line each.
  package static let all = MethodTable([
    Method(ShowAuditHead.self),
    Method(ListAudit.self),
    Method(VerifyAudit.self),
    Method(AddContact.self),
    Method(ShowCard.self),
    Method(EditContact.self),
    Method(FindContacts.self),
    Method(GetContact.self),
    Method(ShowHistory.self),
    Method(ImportContacts.self),
    Method(ListContacts.self),
    Method(RevertContact.self),
    Method(ListEmergency.self),
    Method(SetEmergency.self),
    Method(EventsSubscribe.self),
    Method(EventsUnsubscribe.self),
    Method(AddPoint.self),
    Method(EditPoint.self),
    Method(PreferPoint.self),
    Method(RemovePoint.self),
    Method(RestorePoint.self),
    Method(Cancel.self),
    Method(Discover.self),
    Method(Ping.self),
    Method(EditShop.self),
    Method(GetShop.self),
    Method(AddStaff.self),
    Method(CloseStaff.self),
    Method(EditStaff.self),
    Method(ListStaff.self),
    Method(ShowStatus.self),
  ])
}
