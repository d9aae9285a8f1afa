using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>What one agency would be asked, or why it would not.</summary>
public sealed record PlannedAgency
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required bool Asked { get; init; }

    /// <summary>Why it would not be asked; absent where it would.</summary>
    public string? NotAskedReason { get; init; }

    /// <summary>Its adapter has never reported: unless it does before publishing, it is not asked.</summary>
    public bool NeverHeardOf { get; init; }

    /// <summary>Codes of the people it would be asked about.</summary>
    public required IReadOnlyList<string> AskedAbout { get; init; }

    /// <summary>Version of its sharing agreement.</summary>
    public string? Agreement { get; init; }

    /// <summary>Nobody signed that agreement: it stands in until the hub writes what was agreed.</summary>
    public bool PlaceholderAgreement { get; init; }

    /// <summary>What would be withheld from it, in words; absent where nothing would.</summary>
    public string? Withheld { get; init; }

    /// <param name="placeholder">Its agreement stands in for one that nobody has signed.</param>
    internal static PlannedAgency Of(AgencyPlan plan, bool heardOf, bool placeholder) =>
        new()
        {
            Agency = plan.Code,
            Name = plan.Name,
            Asked = plan.Ask is not null,
            NotAskedReason = plan.Ask is null ? plan.Reason.InWords() : null,
            NeverHeardOf = !heardOf,
            AskedAbout = [.. plan.Ask?.Subjects.Select(subject => subject.Code) ?? []],
            Agreement = plan.Ask?.Agreement,
            PlaceholderAgreement = placeholder,
            Withheld = plan.Ask?.Withheld?.InWords(),
        };
}
