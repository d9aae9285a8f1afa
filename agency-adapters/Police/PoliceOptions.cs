using System.ComponentModel.DataAnnotations;
using MashBroker.Adapters.Sources;

namespace MashBroker.Adapters.Police;

/// <summary>Settings of the police adapter. Section <c>Police</c>.</summary>
public sealed class PoliceOptions : SqlRecordsOptions
{
    public const string Section = "Police";

    public const string PostgreSql = "postgresql";

    /// <summary>
    /// Handling codes whose intelligence may be shared with a safeguarding hub. Intelligence with any other code, or with none,
    /// is withheld, and the return says so.
    /// </summary>
    [MinLength(1)]
    public string[] ShareableHandlingCodes { get; set; } = [];
}
