using System.ComponentModel.DataAnnotations;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>Settings of the domestic abuse adapter. Section <c>DomesticAbuse</c>.</summary>
public sealed class DomesticAbuseOptions
{
    public const string Section = "DomesticAbuse";

    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "Domestic abuse service client workbook";

    /// <summary>Path of the client workbook (.xlsx); one that is not absolute counts from the working folder, then from the program's.</summary>
    [Required]
    public string Workbook { get; set; } = "";

    /// <summary>A DASH score from which the return says "visible high risk"; 14 "yes" answers in the published checklist.</summary>
    [Range(1, 24)]
    public int VisibleHighRiskScore { get; set; } = 14;

    /// <summary>A workbook larger than this many bytes is not opened.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int LargestWorkbookBytes { get; set; } = 32 * 1024 * 1024;
}
