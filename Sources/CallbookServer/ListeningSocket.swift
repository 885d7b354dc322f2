import CallbookModel
import Glibc

/// A Unix stream socket that listens, and the path that has to be removed when it is ours.
struct ListeningSocket {
  /// Connections that the kernel queues until the loop accepts them.
  private static let backlog: CInt = 128

  let descriptor: CInt
  private let made: Made?

  private struct Made {
    let path: SocketPath
    let identity: FileIdentity
  }

  static func open(_ address: ListenAddress) throws(CallbookError) -> ListeningSocket {
    switch address {
    case .path(let path, let group): try make(SocketPath(path), group: group)
    case .descriptor(let descriptor): try adopt(descriptor)
    }
  }

  /// Removes the path, unless something else lies there by now.
  func removePath() {
    guard let made, let status = made.path.status(), FileIdentity(status) == made.identity else {
      return
    }
    unlink(made.path.path)
  }

  // MARK: A path of our own

  /// Two daemons that start at once on one path cannot both win: the directory is locked from the
  /// question whether somebody answers there until our own socket listens. Binding to another name
  /// and renaming would need no lock against clients, but every tool that lists sockets would show
  /// that other name, and two renames would still silently take the path from each other.
  private static func make(_ path: SocketPath, group: UInt32?) throws(CallbookError)
    -> ListeningSocket
  {
    let lock = try DirectoryLock(path.directory)
    defer { lock.release() }
    try clear(path)
    let descriptor = try newSocket()
    do {
      return try bind(descriptor, to: path, group: group)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  private static func bind(_ descriptor: CInt, to path: SocketPath, group: UInt32?)
    throws(CallbookError) -> ListeningSocket
  {
    // The mode of the descriptor is what bind gives the file (less the umask): nobody else can
    // connect before group and mode are final.
    guard fchmod(descriptor, 0o600) == 0 else { throw unusable("prepared", errno) }
    let failure = path.withAddress { Glibc.bind(descriptor, $0, $1) }
    guard failure == 0 else { throw unusable("made", failure) }
    guard let status = path.status() else { throw unusable("found again", errno) }
    let made = Made(path: path, identity: FileIdentity(status))
    let socket = ListeningSocket(descriptor: descriptor, made: made)
    do {
      try socket.open(to: group)
    } catch {
      socket.removePath()
      throw error
    }
    return socket
  }

  private func open(to group: UInt32?) throws(CallbookError) {
    guard let path = made?.path.path else { return }
    if let group, lchown(path, uid_t.max, group) != 0 {
      throw CallbookError(
        .socketUnusable,
        "the socket cannot be given to group \(group): \(ErrorNumber(errno))",
        hint: "id")
    }
    guard listen(descriptor, Self.backlog) == 0 else { throw Self.unusable("listened on", errno) }
    guard chmod(path, 0o660) == 0 else { throw Self.unusable("opened to its group", errno) }
  }

  private static func newSocket() throws(CallbookError) -> CInt {
    let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, type, 0)
    guard descriptor >= 0 else { throw unusable("made", errno) }
    return descriptor
  }

  private static func unusable(_ what: String, _ number: CInt) -> CallbookError {
    CallbookError(.socketUnusable, "the socket cannot be \(what): \(ErrorNumber(number))")
  }

  // MARK: What lies there already

  /// Removes a socket that a daemon left when it was killed; nothing else.
  private static func clear(_ path: SocketPath) throws(CallbookError) {
    guard let status = path.status() else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw CallbookError(
        .socketUnusable,
        "what lies at the socket's path is not a socket, and is left alone",
        hint: "ls -l '\(path.path)'")
    }
    guard try isStale(path) else {
      throw CallbookError(
        .socketInUse, "another process already serves this socket",
        hint: "callbook --socket '\(path.path)' system status")
    }
    guard unlink(path.path) == 0 || errno == ENOENT else {
      throw unusable("replaced", errno)
    }
  }

  /// Whether nobody answers there.
  private static func isStale(_ path: SocketPath) throws(CallbookError) -> Bool {
    let probe = try newSocket()
    defer { Glibc.close(probe) }
    let failure = path.withAddress { connect(probe, $0, $1) }
    switch failure {
    case ECONNREFUSED, ENOENT: return true
    // EAGAIN: its queue is full; EPROTOTYPE: it is a socket of another type.
    case 0, EAGAIN, EINPROGRESS, EPROTOTYPE: return false
    default: throw unusable("asked whether it is in use", failure)
    }
  }

  // MARK: Somebody else's descriptor

  private static func adopt(_ descriptor: CInt) throws(CallbookError) -> ListeningSocket {
    guard option(SO_DOMAIN, of: descriptor) == AF_UNIX,
      option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue),
      option(SO_ACCEPTCONN, of: descriptor) == 1
    else {
      throw CallbookError(
        .socketUnusable, "descriptor \(descriptor) is not a listening Unix stream socket",
        hint: "systemctl cat callbookd.socket")
    }
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw unusable("kept", errno) }
    return ListeningSocket(descriptor: descriptor, made: nil)
  }

  private static func option(_ name: CInt, of descriptor: CInt) -> CInt? {
    var value: CInt = 0
    var size = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
  }
}
