#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The environment that the process was started with.
enum ProcessEnvironment {
  /// All variables.
  static var variables: [String: String] { ProcessInfo.processInfo.environment }
}
