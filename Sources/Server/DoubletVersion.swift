/// The version of Doublet, in one place.
public enum DoubletVersion {
  /// As `doublet --version` and health tell it.
  public static let current = "0.1.0"
}
