using MashBroker.Sealing.AtRest;

namespace MashBroker.Vault;

/// <summary>Keys or content cannot be used as they are and somebody must act; the text says what to do and quotes no content.</summary>
public class VaultException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// The content was erased for good: its key is destroyed. Not a fault: whoever reads says so to whoever asked.
/// </summary>
public sealed class ContentErasedException(Cell cell, KeyId key)
    : VaultException($"What stood in {cell} was erased: its key {key} has been destroyed.")
{
    public KeyId Key { get; } = key;
}
