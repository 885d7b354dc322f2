import CLibFuzzer

// libFuzzer takes all arguments, and starts this program again with arguments of its own: so the
// target's name comes through the environment.
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
  FuzzRun.shared.take(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
