using System.ComponentModel.DataAnnotations;
using MashBroker.Vault;

namespace MashBroker.Ledger;

/// <summary>Where the one durable record lies. Section <c>Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>SQLite file, on a local disk: network file systems do not lock reliably. Shared by hub, correlation and web.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>
    /// SQLite file of the keys of its content; beside it and called <c>keys.db</c> unless said otherwise. Backups of it are kept
    /// for a short time only, those of the ledger as long as you like.
    /// </summary>
    public string? KeysFile { get; set; }

    /// <summary>The hub key, which wraps those; beside the ledger and called <c>hub.key</c> unless said otherwise.</summary>
    public string? HubKeyFile { get; set; }

    /// <summary>On the very first start make the hub key where it is missing: for evaluation, where nobody was asked to.</summary>
    public bool MakeHubKey { get; set; }

    /// <summary>Seconds a write waits for another process's write before it fails.</summary>
    [Range(1, 300)]
    public int BusySeconds { get; set; } = 30;

    public VaultFiles VaultFiles => new(KeysFile ?? Beside("keys.db"), HubKeyFile ?? Beside("hub.key"));

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(File))!, name);
}
