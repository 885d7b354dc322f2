/// Who said where the daemon listens.
enum SocketSource: Sendable {
  case option, environment, standard
}
