import DoubletSpecCompiler

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

func say(_ lines: [String]) {
  for line in lines { _ = Array("\(line)\n".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) } }
}

do {
  let command = try BuildCommand(Array(CommandLine.arguments.dropFirst()))
  let (text, warnings) = try command.run { path in
    FileManager.default.contents(atPath: path).map { Array($0) }
  }
  say(warnings)
  try Data(text.utf8).write(to: URL(filePath: command.output), options: .atomic)
} catch let failure as BuildFailure {
  say(failure.lines)
  exit(1)
} catch {
  say(["error: the file cannot be written: \(error)"])
  exit(1)
}
