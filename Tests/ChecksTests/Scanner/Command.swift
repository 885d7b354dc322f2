import Foundation

/// A program that is run in the package's root, without standard input.
enum Command {
  /// - Returns: standard output and standard error in one, as they came.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let program = Process()
    let output = Pipe()
    program.executableURL = URL(filePath: "/usr/bin/env")
    program.arguments = arguments
    program.currentDirectoryURL = SourceTree.root
    program.standardInput = FileHandle.nullDevice
    program.standardOutput = output
    program.standardError = output
    try program.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    program.waitUntilExit()
    return (program.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
