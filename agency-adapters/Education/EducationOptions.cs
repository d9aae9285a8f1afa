using System.ComponentModel.DataAnnotations;

namespace MashBroker.Adapters.Education;

/// <summary>Settings of the education adapter. Section <c>Education</c>.</summary>
public sealed class EducationOptions
{
    public const string Section = "Education";

    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "School information system";

    /// <summary>Folder into which the export is written.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary><c>utf-8</c>, or <c>windows-1252</c> for older systems.</summary>
    [Required]
    [AllowedValues("utf-8", "windows-1252")]
    public string Encoding { get; set; } = "utf-8";

    [Required]
    public string PupilsFile { get; set; } = "pupils.csv";

    [Required]
    public string AttendanceFile { get; set; } = "attendance.csv";

    [Required]
    public string ExclusionsFile { get; set; } = "exclusions.csv";

    [Required]
    public string SpecialNeedsFile { get; set; } = "special-needs.csv";

    [Required]
    public string SafeguardingFile { get; set; } = "safeguarding-log.csv";

    [Required]
    public string ContactsFile { get; set; } = "contacts.csv";

    /// <summary>Common Transfer Files of pupils who came from or went to other schools; every file of this pattern is read.</summary>
    [Required]
    public string TransferFiles { get; set; } = "*.xml";

    /// <summary>A file larger than this many bytes is a fault of the export.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long LargestFileBytes { get; set; } = 256 * 1024 * 1024;
}
