using System.Text.Json;
using System.Text.Json.Serialization;

namespace MashBroker.Contracts;

/// <summary>What every record of the contracts has in common.</summary>
public abstract record ContractRecord
{
    /// <summary>Fields that a later version wrote and this one does not know: kept, and written again as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }

    // A record prints its members, and these are people: the name of the type is all that may reach a log by accident.
    public sealed override string ToString() => GetType().Name;
}
