import Glibc

/// Which file it is, whatever its name: to remove only what is ours.
struct FileIdentity: Equatable {
  let device: dev_t
  let inode: ino_t

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }
}
