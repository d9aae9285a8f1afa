namespace MashBroker.Ledger;

/// <summary>The ledger cannot be used as it is and somebody must act; the text says what to do.</summary>
public sealed class LedgerException(string message, Exception? cause = null) : Exception(message, cause);
