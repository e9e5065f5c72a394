/// The bytes that all journals of a fake may hold together, and those that each of them holds.
///
/// What they hold stands side by side here: the fullest is looked for whenever there are too many bytes, and a walk through
/// the sandboxes themselves would be one through memory that nobody has looked at for long.
struct JournalBudget {
  let limit: Int
  /// The bytes that are held now.
  private(set) var heldBytes = 0
  /// The sandbox of each account; nil: the account is closed.
  private var holders: [Sandbox?] = []
  /// The bytes of each account.
  private var bytes: [Int] = []
  /// Accounts that are closed.
  private var closed: [Int] = []
  /// No account holds more.
  private var mostBytes = 0
  /// The account that was the fullest when one was looked for last.
  private var hand = 0

  init(limit: Int) { self.limit = limit }

  /// Opens an account for a sandbox that is made with its number.
  mutating func open(_ sandbox: (_ account: Int) -> Sandbox) -> Sandbox {
    let account = closed.popLast() ?? bytes.count
    let made = sandbox(account)
    if account == bytes.count {
      holders.append(made)
      bytes.append(0)
    } else {
      holders[account] = made
    }
    return made
  }

  /// Closes the account of a sandbox: what its journal held is free, and what still comes in is nobody's.
  mutating func close(_ sandbox: Sandbox) {
    let account = sandbox.account
    guard holders[account] === sandbox else { return }
    heldBytes -= bytes[account]
    (holders[account], bytes[account]) = (nil, 0)
    closed.append(account)
  }

  /// Counts bytes of a sandbox's journal in, or out where negative; how many must go now.
  @discardableResult mutating func add(_ count: Int, of sandbox: Sandbox) -> Int {
    guard holders[sandbox.account] === sandbox else { return 0 }
    bytes[sandbox.account] += count
    mostBytes = max(mostBytes, bytes[sandbox.account])
    heldBytes += count
    return max(0, heldBytes - limit)
  }

  /// A sandbox whose journal holds most, or nearly: of ten thousand that hold much the same, the next one is taken, and
  /// not all are looked at for each page.
  mutating func fullest() -> Sandbox? {
    var fullest = hand
    for step in bytes.indices {
      let account = (hand + 1 + step) % bytes.count
      if bytes[account] > mostBytes - mostBytes / 8 {
        hand = account
        return holders[account]
      }
      if bytes[account] > bytes[fullest] { fullest = account }
    }
    guard !bytes.isEmpty else { return nil }
    (hand, mostBytes) = (fullest, bytes[fullest])
    return holders[fullest]
  }
}
