namespace MashBroker.Sealing.Authority;

/// <summary>The authority does not do what was asked; the text names the file or the certificate, the fault and the remedy.</summary>
public sealed class AuthorityException(string message) : Exception(message);
