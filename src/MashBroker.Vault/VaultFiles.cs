namespace MashBroker.Vault;

/// <summary>The two files that together, and only together, open the content at rest.</summary>
/// <param name="Keys">
/// SQLite file of the wrapped content keys. Its backups are kept for a short time only: an erased key lives on in them.
/// </param>
/// <param name="WrappingKey">File of the keys that wrap those; never backed up to the same place.</param>
public sealed record VaultFiles(string Keys, string WrappingKey);
