/// The table file that `doublet compile` writes and `doublet serve` reads: contracts one after another, and a last line
/// with their sum, so that a file that was cut or changed is refused and not half understood.
public enum ContractFile {
  /// Whether the bytes are meant to be such a file.
  public static func isContract(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "doublet-contract ".utf8) }

  /// The file of these contracts.
  public static func text(of contracts: [Contract]) -> String {
    let text = contracts.map(\.text).joined()
    return text + "\(ending)\(sum(of: text.utf8))\n"
  }

  /// The contracts in a file.
  public static func contracts(in bytes: [UInt8]) throws(ContractFileError) -> [Contract] {
    guard isContract(bytes) else { throw ContractFileError("this is no file that 'doublet compile' wrote") }
    let heading = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard heading == Contract.heading else {
      throw ContractFileError(
        "the file is '\(heading)', and this doublet reads '\(Contract.heading)'; compile the document again"
      )
    }
    let last = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard bytes[last...].starts(with: ending.utf8) else {
      throw ContractFileError("the file ends too early; compile the document again")
    }
    guard bytes[last...].elementsEqual("\(ending)\(sum(of: bytes[..<last]))\n".utf8) else {
      throw ContractFileError("the file was changed after it was written; compile the document again")
    }
    var reader = TableReader(Array(bytes[..<last]))
    var contracts: [Contract] = []
    do {
      while !reader.isAtEnd { contracts.append(try Contract(from: &reader)) }
    } catch {
      throw ContractFileError(error.description)
    }
    return contracts
  }

  private static let ending = "doublet-contract-end "

  /// FNV-1a of 64 bits: enough against accidents, and it is against nothing else.
  private static func sum(of bytes: some Sequence<UInt8>) -> String {
    let sum = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(sum, radix: 16)
  }
}

/// Why a table file cannot be read.
public struct ContractFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence, with the remedy.
  public var description: String

  init(_ description: String) { self.description = description }
}
