using MashBroker.Adapters.Sources;

namespace MashBroker.Adapters.AdultServices;

/// <summary>Settings of the adult services adapter. Section <c>AdultServices</c>.</summary>
public sealed class AdultServicesOptions : SqlRecordsOptions
{
    public const string Section = "AdultServices";

    public const string SqlServer = "sqlserver";
}
