#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// How many files and sockets the process may have open.
public enum OpenFiles {
  /// Raises the limit as far as the system lets it; the limit then. Shells give 256 or 1,024, which is fewer than the
  /// connections a server takes. It concerns the whole process: a command line calls it, a library does not.
  @discardableResult public static func raiseLimit(to wanted: Int = 65_536) -> Int {
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 0 }
    let raised = min(limit.rlim_max, rlim_t(wanted))
    if limit.rlim_cur < raised {
      let before = limit.rlim_cur
      limit.rlim_cur = raised
      if setrlimit(resource, &limit) != 0 { limit.rlim_cur = before }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
