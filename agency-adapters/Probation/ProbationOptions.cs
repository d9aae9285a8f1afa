using System.ComponentModel.DataAnnotations;
using MashBroker.Adapters.Sources;

namespace MashBroker.Adapters.Probation;

/// <summary>Settings of the probation adapter. Section <c>Probation</c>.</summary>
public sealed class ProbationOptions : HttpRecordsOptions
{
    public const string Section = "Probation";

    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "Probation case management";

    /// <summary>Where people are searched, below the base address.</summary>
    [Required]
    public string SearchPath { get; set; } = "search/people";

    /// <summary>Where the detail of one case is read, below the base address.</summary>
    [Required]
    public string CaseDetailPath { get; set; } = "case-detail";

    /// <summary>Where the system says that it is well, below the base address.</summary>
    [Required]
    public string HealthPath { get; set; } = "health";

    /// <summary>People asked for per page.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 50;

    /// <summary>A search with more pages than this has "too many matches": the people could not be told apart.</summary>
    [Range(1, 100)]
    public int MostPages { get; set; } = 10;
}
