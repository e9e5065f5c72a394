import DoubletContracts
import DoubletServer

/// What a person sees on a terminal when the server is ready.
///
/// ```
///   doublet 0.1.0  ready in 21 ms
///   Orders API 2.1.0   13 operations · 4 resources · 3 security schemes
///   ➜ API      http://localhost:4010
///   ➜ Control  http://localhost:4010/__doublet
///   ! 2 things in these documents are not enforced   doublet check openapi.yaml
///   Ctrl-C stops it
/// ```
struct Banner {
  let contracts: [Contract]
  let url: String
  let milliseconds: Int
  /// How many warnings there were.
  let warnings: Int
  /// The documents as they were given.
  let paths: [String]

  /// The lines.
  func text(isColored: Bool) -> String {
    func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func faint(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
    let names = contracts.map { ContractSummary($0).title }
    let width = names.map(\.count).max() ?? 0
    var lines = ["\(bold("doublet")) \(DoubletVersion.current)  \(faint("ready in \(milliseconds) ms"))"]
    for (name, contract) in zip(names, contracts) {
      lines.append("\(TextTable.padded(name, to: width))   \(faint(ContractSummary(contract).counts))")
    }
    lines.append("➜ API      \(bold(url))")
    lines.append("➜ Control  \(url)/__doublet")
    if warnings > 0 {
      let what = warnings == 1 ? "1 thing in these documents is" : "\(warnings) things in these documents are"
      lines.append("! \(what) wrong or not enforced   doublet check \(paths.joined(separator: " "))")
    }
    lines.append(faint("Ctrl-C stops it"))
    return "\n" + lines.map { "  \($0)\n" }.joined() + "\n"
  }
}
