package import CallbookProtocol

/// A request that is answered.
package protocol PermittedRequest: Request {
  static var permission: Permission { get }
}
