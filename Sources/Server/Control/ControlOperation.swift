/// The operations of `specs/control.yaml`.
enum ControlOperation: String, CaseIterable {
  case index, health
  case listSandboxes, createSandbox, deleteSandbox
  case reset
  case listRecords, putRecords, deleteRecords, getRecord, putRecord, deleteRecord
  case listFaults, addFault, deleteFaults, getFault, deleteFault
  case getClock, setClock
  case getCredentials, putCredentials
  case getQuotas, putQuotas
  case getJournal, deleteJournal, getExchange
  case verify
}
