import DoubletContracts
import DoubletJSON
import DoubletServer

/// The line on standard output that says that connections are accepted. Scripts wait for it and read the URL off it: its
/// form is public.
///
/// ```
/// doublet ready url=http://127.0.0.1:4010 port=4010 control=http://127.0.0.1:4010/__doublet pid=5121
/// ```
struct ReadyLine {
  let url: String
  let port: Int
  let pid: Int
  let contracts: [Contract]

  /// The line in a format.
  func text(_ format: LogFormat) -> String {
    switch format {
    case .text: "doublet ready url=\(url) port=\(port) control=\(url)/__doublet pid=\(pid)"
    case .json: JSON.object(json).text()
    }
  }

  private var json: JSONObject {
    [
      "event": "ready", "url": .string(url), "port": .number(JSONNumber(port)),
      "control": .string(url + "/__doublet"), "pid": .number(JSONNumber(pid)),
      "documents": .array(contracts.map { ContractSummary($0).headline }),
    ]
  }
}
