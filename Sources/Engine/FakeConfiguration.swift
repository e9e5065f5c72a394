/// How a fake is made.
public struct FakeConfiguration: Sendable {
  /// The system's clock, or a stand-in for it.
  public var time: TimeSource
  /// How sandboxes' clocks run at first, whatever their scenarios say; nil: as these say, else live.
  public var clock: SandboxClock.Mode?
  /// What ids and draws depend on, whatever scenarios say; nil: as these say, else 0.
  public var seed: Int?
  /// Faults that every sandbox starts with, after those of its scenarios.
  public var faults: [Fault]
  /// Whether the quotas that the specs declare are lifted.
  public var liftsQuotas: Bool
  /// Whether problems have HTTP's statuses; nil: as spec and scenario say.
  public var usesHTTPStatuses: Bool?
  /// Whether what a contract does not know, such as a query parameter that an operation does not have, is a violation
  /// and not only a warning.
  public var isStrict: Bool
  /// The status of problems of the kind `invalid`, whatever the specs say; nil: as they say.
  public var invalidStatus: Int?
  /// Bytes that all journals together may hold.
  public var journalBytes: Int

  /// The defaults: quotas kept, a journal of 64 MiB. The time stands at 1970 unless a source is given: the engine
  /// has no clock of its own.
  public init(
    time: TimeSource = .constant(Instant(seconds: 0)),
    clock: SandboxClock.Mode? = nil,
    seed: Int? = nil,
    faults: [Fault] = [],
    liftsQuotas: Bool = false,
    usesHTTPStatuses: Bool? = nil,
    isStrict: Bool = false,
    invalidStatus: Int? = nil,
    journalBytes: Int = 64 << 20
  ) {
    self.time = time
    self.clock = clock
    self.seed = seed
    self.faults = faults
    self.liftsQuotas = liftsQuotas
    self.usesHTTPStatuses = usesHTTPStatuses
    self.isStrict = isStrict
    self.invalidStatus = invalidStatus
    self.journalBytes = journalBytes
  }
}
