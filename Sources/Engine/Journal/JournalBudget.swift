/// The bytes that all journals of a fake may hold together, and those that each of them holds.
///
/// What they hold stands side by side here: a look at the sandboxes themselves would be one at memory that nobody has looked
/// at for long.
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
  private var classes = AccountClasses()

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
    classes.put(account, holding: 0)
    closed.append(account)
  }

  /// Counts bytes of a sandbox's journal in, or out where negative; how many must go now.
  @discardableResult mutating func add(_ count: Int, of sandbox: Sandbox) -> Int {
    guard holders[sandbox.account] === sandbox else { return 0 }
    bytes[sandbox.account] += count
    classes.put(sandbox.account, holding: bytes[sandbox.account])
    heldBytes += count
    return max(0, heldBytes - limit)
  }

  /// A sandbox whose journal holds most, or nearly: eight ninths of the most at least. Those that do take turns. Nil where
  /// no journal holds anything.
  mutating func fullest() -> Sandbox? { classes.fullest().flatMap { holders[$0] } }
}
