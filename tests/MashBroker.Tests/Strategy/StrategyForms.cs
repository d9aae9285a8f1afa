using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Testing.Hub;

namespace MashBroker.Tests.Strategy;

/// <summary>What is posted to call, cancel and record a strategy discussion.</summary>
internal static class StrategyForms
{
    public static string Call(
        double hours = 1,
        string? reason = null,
        string[]? also = null,
        string[]? without = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Manager",
                Role = "manager",
                StartsAt = HubBench.Start.AddHours(hours),
                Place = "Room 2",
                Reason = reason,
                Also = also ?? [],
                Without = without ?? [],
            },
            MashJson.Options
        );

    public static string Cancelled(string? noneNeeded = null) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Manager",
                Role = "manager",
                Reason = "Nobody can come.",
                NoneNeededBecause = noneNeeded,
            },
            MashJson.Options
        );

    public static string Record(params string[] attended) => Record(attended, null);

    public static string Record(
        string[] attended,
        string? because,
        double hours = 1,
        bool? another = null,
        string[]? inWriting = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Worker",
                Role = "minute taker",
                // Nobody notes the second.
                HeldAt = HubBench.Start.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
                Lead = "L. Lead",
                LeadRole = "Team Manager",
                Attended = attended.Select(agency => new
                {
                    Agency = agency,
                    Name = $"N. {agency}",
                    Role = "officer",
                }),
                Decisions = new[] { "A section 47 enquiry, social care alone." },
                NotQuorateBecause = because,
                Another = another,
                InWriting = inWriting ?? [],
            },
            MashJson.Options
        );
}
