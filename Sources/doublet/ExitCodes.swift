import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The exit codes, so that a pipeline can tell "the answer is no" from "the question was wrong" from "not on this machine".
enum ExitStatus: Int32 {
  /// Done.
  case success = 0
  /// The tool worked, and the answer is no.
  case no = 1
  /// A mistake in arguments, environment or documents.
  case usage = 2
  /// Cannot start here: the port is taken, or not permitted.
  case cannotStart = 10
  /// An error of Doublet's own.
  case internalError = 20
}

/// Why a command ends early.
struct Failure: Error, Hashable {
  /// The exit code.
  var status: ExitStatus
  /// The sentence after `doublet: exit 2 – `.
  var reason: String
  /// Lines before it, one for each mistake where there are several.
  var lines: [String] = []
}

extension Failure {
  /// Mistakes that were found together: a single one is the reason, several are lines of their own.
  static func mistakes(_ mistakes: [String], in place: String) -> Failure {
    guard mistakes.count != 1 else { return Failure(status: .usage, reason: mistakes[0]) }
    return Failure(status: .usage, reason: "\(mistakes.count) mistakes in \(place)", lines: mistakes)
  }
}

/// How the process ends: its exit code and its last words.
struct Ending: Hashable {
  /// The exit code.
  let status: ExitStatus
  /// For standard output: the help that was asked for.
  let output: String
  /// For standard error; its last line says why.
  let error: String

  /// The end that an error means. The argument parser's own exit codes become Doublet's.
  init(of error: any Error) {
    if let failure = error as? Failure {
      status = failure.status
      output = ""
      self.error = (failure.lines + [Ending.lastLine(failure.status, failure.reason)]).joined(separator: "\n")
      return
    }
    switch Doublet.exitCode(for: error) {
    case .success:
      (status, output, self.error) = (.success, Doublet.fullMessage(for: error), "")
    case .validationFailure:
      let reason = Doublet.message(for: error).split(separator: "\n").first.map(String.init) ?? "wrong usage"
      status = .usage
      output = ""
      self.error = Doublet.fullMessage(for: error) + "\n" + Ending.lastLine(.usage, reason)
    default:
      (status, output) = (.internalError, "")
      self.error = Ending.lastLine(.internalError, "an error of Doublet's own: \(error)")
    }
  }

  /// Says the last words and ends the process.
  func end() -> Never {
    StandardStream.output.write(output)
    StandardStream.error.write(error)
    exit(status.rawValue)
  }

  private static func lastLine(_ status: ExitStatus, _ reason: String) -> String {
    "doublet: exit \(status.rawValue) – \(reason)"
  }
}
