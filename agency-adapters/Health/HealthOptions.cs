using System.ComponentModel.DataAnnotations;
using MashBroker.Adapters.Sources;

namespace MashBroker.Adapters.Health;

/// <summary>Settings of the health adapter. Section <c>Health</c>.</summary>
public sealed class HealthOptions : HttpRecordsOptions
{
    public const string Section = "Health";

    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "Shared care record";

    /// <summary>Resources asked for per page.</summary>
    [Range(1, 1000)]
    public int PageSize { get; set; } = 50;

    /// <summary>A search with more pages than this counts as "too many matches".</summary>
    [Range(1, 100)]
    public int MostPages { get; set; } = 10;

    /// <summary>Ask with the server's own fuzzy matching (<c>_fuzzy-match=true</c>) as well, where it has one.</summary>
    public bool FuzzyMatch { get; set; }

    /// <summary>Time zone in which encounters are told, for the source gives instants.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/London";
}
