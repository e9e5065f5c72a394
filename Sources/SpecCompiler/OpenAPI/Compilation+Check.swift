extension Compilation {
  /// What can only be checked when all else is known: values of response headers, and components that nothing uses.
  func check() {
    checkHeaderTemplates()
    checkComponents()
  }
}
