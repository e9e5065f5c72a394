extension Engine {
  /// How the answer is sent: as the first delivery says that is for the call and fires, else whole and at once. It wraps
  /// whatever is answered, a problem too.
  func deliver(_ call: Call, _ exchange: inout Exchange, _ world: inout World) -> Delivery {
    guard call.preference == nil else { return .whole }
    for index in world.faults.indices {
      let fault = world.faults[index].fault
      guard case .delivery(let delivery) = fault.answer, applies(fault, to: call) else { continue }
      guard world.faults[index].fires(seed: world.seed, sandbox: world.name) else { continue }
      // The fault that made the answer tells more than the one that held it back.
      exchange.fault = exchange.fault ?? fault.id
      return delivery
    }
    return .whole
  }
}
