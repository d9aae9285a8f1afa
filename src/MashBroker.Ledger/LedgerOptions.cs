using System.ComponentModel.DataAnnotations;

namespace MashBroker.Ledger;

/// <summary>Where the one durable record lies. Section <c>Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>SQLite file, on a local disk: network file systems do not lock reliably. Shared by hub, correlation and web.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>Seconds a write waits for another process's write before it fails.</summary>
    [Range(1, 300)]
    public int BusySeconds { get; set; } = 30;
}
