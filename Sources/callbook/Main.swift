import CallbookModel
import Glibc

/// `callbook`: asks the daemon what a person or a script types.
@main
enum Main {
  static func main() {
    let surroundings = Surroundings.process()
    exit(Program(surroundings).run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
