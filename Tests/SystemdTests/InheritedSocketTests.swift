import CallbookTesting
import Glibc
import Systemd
import Testing

@Suite struct InheritedSocketTests {
  @Test func `sockets are taken by name, once, and not handed on`() async {
    await #expect(processExitsWith: .success) {
      let directory = try TestDirectory()
      let listener = try UnixSocket(SOCK_STREAM, boundTo: "\(directory.path)/listener")
      try listener.startListening()
      let datagrams = try UnixSocket(SOCK_DGRAM, boundTo: "\(directory.path)/datagrams")
      // Descriptors 3 and 4 may be the test library's: nothing is expected until they are back.
      let kept = [dup(3), dup(4)]
      dup2(listener.descriptor, 3)
      dup2(datagrams.descriptor, 4)
      setenv("LISTEN_PID", String(getpid()), 1)
      setenv("LISTEN_FDS", "2", 1)
      setenv("LISTEN_FDNAMES", "callbook.sock:other", 1)
      let taken = Result { try InheritedSocket.takeAll() }
      let flags = [3, 4].map { fcntl($0, F_GETFD) }
      let areListeners = Result { try taken.get().map { try $0.isUnixListener() } }
      for (descriptor, original) in zip(kept, [CInt(3), 4]) where descriptor >= 0 {
        dup2(descriptor, original)
      }

      let sockets = try taken.get()
      #expect(sockets.map(\.name) == ["callbook.sock", "other"])
      #expect(sockets.map(\.descriptor) == [3, 4])
      #expect(flags == [FD_CLOEXEC, FD_CLOEXEC])
      #expect(try areListeners.get() == [true, false])
      #expect(getenv("LISTEN_FDS") == nil && getenv("LISTEN_PID") == nil)
      #expect(try InheritedSocket.takeAll().isEmpty)
    }
  }

  @Test func `sockets of another process are left alone`() async {
    await #expect(processExitsWith: .success) {
      setenv("LISTEN_PID", String(getppid()), 1)
      setenv("LISTEN_FDS", "1", 1)
      let ofParent = try InheritedSocket.takeAll()
      #expect(ofParent.isEmpty)
      unsetenv("LISTEN_PID")
      unsetenv("LISTEN_FDS")
      let ofNobody = try InheritedSocket.takeAll()
      #expect(ofNobody.isEmpty)
    }
  }

  @Test func `a broken hand-over is an error`() async {
    await #expect(processExitsWith: .success) {
      setenv("LISTEN_PID", String(getpid()), 1)
      setenv("LISTEN_FDS", "many", 1)
      #expect(throws: SystemError("sd_listen_fds_with_names", code: EINVAL)) {
        try InheritedSocket.takeAll()
      }
    }
  }
}
