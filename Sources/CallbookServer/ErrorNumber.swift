import Glibc

/// An error number of the system, in words for those that occur with sockets.
struct ErrorNumber: CustomStringConvertible {
  private let number: CInt

  init(_ number: CInt) {
    self.number = number
  }

  var description: String {
    switch number {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such directory"
    case ENOTDIR: "a part of the path is not a directory"
    case EROFS: "the file system is read-only"
    case ENOSPC: "no space left"
    case EMFILE, ENFILE: "too many open files"
    case EADDRINUSE: "something is there already"
    case ELOOP: "too many symbolic links"
    default: "error \(number)"
    }
  }
}
