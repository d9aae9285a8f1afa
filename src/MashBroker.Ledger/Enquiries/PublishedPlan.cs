using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Flags;
using MashBroker.Rules;

namespace MashBroker.Ledger.Enquiries;

/// <summary>What was planned when an enquiry was published, as <see cref="EnquiryRow.PlanJson"/> holds it. No personal data.</summary>
public sealed record PublishedPlan
{
    public required IReadOnlyList<PlannedWarning> Warnings { get; init; }

    /// <summary>Between the last return and the decision; nought or less: nothing is left for deciding.</summary>
    public required int MinutesToDecide { get; init; }

    /// <summary>Codes of the criteria that held at publication.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    /// <summary>What the publisher was shown first, in plain words.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public required bool ReturnDueOutOfHours { get; init; }

    public required bool DecisionDueOutOfHours { get; init; }

    /// <summary>The team told in the hub's place when a deadline falls out of hours; absent where none is.</summary>
    public string? OutOfHoursTeam { get; init; }

    public static PublishedPlan Of(EnquiryPlan plan) =>
        new()
        {
            Warnings = PlannedWarning.Of(plan.PreWarnings),
            MinutesToDecide = plan.MinutesToDecide,
            Criteria = plan.Criteria,
            Remarks = plan.Remarks,
            ReturnDueOutOfHours = plan.ReturnDue.OutOfHours,
            DecisionDueOutOfHours = plan.DecisionDue.OutOfHours,
            OutOfHoursTeam = (plan.ReturnDue.Tell ?? plan.DecisionDue.Tell)?.Name,
        };

    public string Write() => JsonSerializer.Serialize(this, MashJson.Options);

    public static PublishedPlan Read(string json) =>
        JsonSerializer.Deserialize<PublishedPlan>(json, MashJson.Options)
        ?? throw new LedgerException("The ledger holds an enquiry without plan. Restore the last backup.");
}

/// <summary>Text, because the flags' statement reads it inside the database: the flag's name and an instant that sorts.</summary>
public sealed record PlannedWarning(string Kind, string At)
{
    public static PlannedWarning Of(FlagKind kind, DateTimeOffset at) =>
        new(kind.ToString(), at.ToUniversalTime().ToString(UtcText.Format, CultureInfo.InvariantCulture));

    public static IReadOnlyList<PlannedWarning> Of(IEnumerable<PreWarning> warnings) =>
        [.. warnings.Select(warning => Of(KindOf(warning.Percent), warning.At)).DistinctBy(warning => warning.Kind)];

    // A hub may warn at shares of its own; the manager reads the nearest word that is not too strong.
    private static FlagKind KindOf(int percent) =>
        percent switch
        {
            >= 90 => FlagKind.NineTenthsGone,
            >= 75 => FlagKind.ThreeQuartersGone,
            _ => FlagKind.HalfTimeGone,
        };
}
