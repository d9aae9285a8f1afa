using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;

namespace MashBroker.Web.Strategy;

/// <summary>The strategy discussions of a case, beside what the hub's rule asks for.</summary>
/// <param name="Name">As the hub calls such a discussion; absent where its profile has none.</param>
/// <param name="ReturnStandsIn">For agencies outside the quorum only.</param>
public sealed record StrategyView(
    string Reference,
    IReadOnlyList<QuorumView> Quorum,
    bool ReturnStandsIn,
    IReadOnlyList<DiscussionView> Discussions,
    string? Name = null
)
{
    /// <summary>Names of the hub's agencies by their codes, which is how a discussion names them.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    internal static StrategyView Of(
        string reference,
        HubProfile profile,
        IEnumerable<StrategyRow> rows,
        IReadOnlyList<CaseEntry> entries
    )
    {
        var names = profile.Agencies.ToDictionary(agency => agency.Code, agency => agency.Name);
        var rule = profile.StrategyDiscussion;
        return new StrategyView(
            reference,
            [
                .. (rule?.Quorum ?? []).Select(each => new QuorumView(
                    each.Agency,
                    names[each.Agency],
                    [.. each.StandsFor.Select(code => names[code])]
                )),
            ],
            rule?.ReturnStandsIn ?? false,
            [.. rows.Select(row => DiscussionView.Of(row, entries))],
            rule?.Name
        )
        {
            Names = names,
        };
    }
}

/// <param name="StandsFor">Names of the agencies that its attendance represents as well.</param>
public sealed record QuorumView(string Agency, string Name, IReadOnlyList<string> StandsFor);

/// <param name="Called">As it was called last.</param>
/// <param name="Record">Who came and what was decided, once it was held.</param>
/// <param name="Cancelled">Why it was not held.</param>
public sealed record DiscussionView(
    int Number,
    StrategyState State,
    DateTimeOffset DueAt,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    bool? Quorate = null,
    StrategyCall? Called = null,
    StrategyRecord? Record = null,
    StrategyCancellation? Cancelled = null
)
{
    /// <summary>Absent until it is held.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Whole minutes that it was held after its limit or, while it is called, would be; absent in time.</summary>
    public int? MinutesOver { get; init; }

    /// <summary>Why; absent in time, and where nobody has said it yet.</summary>
    public string? LateBecause { get; init; }

    internal static DiscussionView Of(StrategyRow row, IReadOnlyList<CaseEntry> entries)
    {
        var said = entries.Select(entry => entry.Statement).ToArray();
        var called = said.OfType<StrategyCall>().LastOrDefault(call => call.Number == row.Number);
        var record = said.OfType<StrategyRecord>().LastOrDefault(record => record.Number == row.Number);
        var over =
            record is not null ? record.MinutesOver
            : row is { State: StrategyState.Called } && row.StartsAt > row.DueAt
                ? (int?)Math.Ceiling((row.StartsAt - row.DueAt).TotalMinutes)
            : null;
        return new DiscussionView(
            row.Number,
            row.State,
            row.DueAt,
            row.StartsAt,
            row.EndsAt,
            row.Quorate,
            called,
            record,
            said.OfType<StrategyCancellation>().LastOrDefault(cancelled => cancelled.Number == row.Number)
        )
        {
            HeldAt = row.HeldAt,
            MinutesOver = over,
            LateBecause = over is null ? null : record?.LateBecause ?? called?.Reason,
        };
    }
}

/// <param name="Address">Absent: this agency is invited by telephone.</param>
/// <param name="MustAttend">It belongs to the quorum: a return does not stand in for it.</param>
/// <param name="Text">What the message says: a reference and a time, nothing about the family.</param>
public sealed record InvitationView(string Agency, string Name, bool MustAttend, string Text, string? Address = null)
{
    /// <summary>What takes the entry out of its calendar (iCalendar), where it was invited before and is not any more; absent otherwise.</summary>
    public string? Cancellation { get; init; }
}

/// <summary>What came of calling, cancelling or recording a discussion.</summary>
/// <param name="Invited">Codes of the agencies whose message lies where a mail server takes it.</param>
public sealed record StrategyDone(
    string Reference,
    IReadOnlyList<string> Invited,
    IReadOnlyList<string> Remarks,
    int? Number = null,
    bool? Quorate = null
)
{
    /// <summary>As <see cref="Invited"/>, by their names.</summary>
    public IReadOnlyList<string> InvitedNames { get; init; } = [];

    /// <summary>When it is held, as it was understood; of a discussion that was called or moved.</summary>
    public DateTimeOffset? StartsAt { get; init; }
}

/// <param name="Laid">Codes of the agencies whose message lies where a mail server takes it.</param>
public sealed record InvitationsView(
    string Calendar,
    IReadOnlyList<InvitationView> Messages,
    IReadOnlyList<string> Laid
);
