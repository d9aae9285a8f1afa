using System.ComponentModel.DataAnnotations;

namespace MashBroker.Adapters.Police;

/// <summary>Settings of the police adapter. Section <c>Police</c>.</summary>
public sealed class PoliceOptions
{
    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "Police records";

    /// <summary><c>postgresql</c>, or <c>sqlite</c> for the samples.</summary>
    [Required]
    [AllowedValues("postgresql", "sqlite")]
    public string Provider { get; set; } = "postgresql";

    /// <summary>Of a read-only account. The adapter asks for a read-only session besides.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>Script from which the SQLite file is made where it does not exist yet; for the samples only.</summary>
    public string? SampleScript { get; set; }

    /// <summary>
    /// Handling codes whose intelligence may be shared with a safeguarding hub. Intelligence with any other code, or with none,
    /// is withheld, and the return says so.
    /// </summary>
    [MinLength(1)]
    public string[] ShareableHandlingCodes { get; set; } = [];

    /// <summary>More people than this who resemble the one asked about tell nobody anything: the hub is asked for more.</summary>
    [Range(10, 100_000)]
    public int MostCandidates { get; set; } = 2000;

    [Range(1, 600)]
    public int StatementTimeoutSeconds { get; set; } = 30;
}
