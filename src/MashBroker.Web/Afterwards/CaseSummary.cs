using MashBroker.Contracts;
using MashBroker.Contracts.Cases;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// What the team that receives the case is given: the child, the concern, the outcome, and what agencies hold that may be passed
/// on. Personal throughout.
/// </summary>
public sealed record CaseSummary
{
    public const string CurrentForm = "mashbroker-summary-1";

    public string Form { get; init; } = CurrentForm;

    public required EnquiryReference Enquiry { get; init; }

    public required string HubName { get; init; }

    /// <summary>The team.</summary>
    public required string To { get; init; }

    /// <summary>Version of the pack that it is made from.</summary>
    public required int PackVersion { get; init; }

    public required IReadOnlyList<SummaryPerson> People { get; init; }

    /// <summary>Absent where it was told by somebody who stays anonymous, in their own words.</summary>
    public string? Concern { get; init; }

    /// <summary>Codes of the hub's criteria that held.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required bool DoNotInformFamily { get; init; }

    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string DecidedBy { get; init; }

    /// <summary>What was not known when it was decided, each in words.</summary>
    public required IReadOnlyList<string> NotKnown { get; init; }

    /// <summary>Dated events first, the earliest first; then what holds without a date.</summary>
    public required IReadOnlyList<SummaryEntry> Entries { get; init; }

    /// <summary>What is left out because its agency has not let the hub pass it on, each in words.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}

public sealed record SummaryPerson(string Code, string Role, string Name, DateOnly? DateOfBirth = null);

public sealed record SummaryEntry(
    string Agency,
    IReadOnlyList<string> People,
    string Summary,
    DateOnly? On = null,
    string? Outcome = null
);

/// <summary>The summary with its text for paper, and when it was handed over.</summary>
/// <param name="Digest">SHA-256 of the summary's JSON, lower-case hexadecimal: names it on record.</param>
public sealed record SummaryView(CaseSummary Summary, string Text, string Digest, IReadOnlyList<SummaryGiven> Given);
