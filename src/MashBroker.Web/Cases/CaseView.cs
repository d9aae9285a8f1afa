using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Cases;

/// <summary>A case file: what named persons put on record, and the limits that run or ran.</summary>
public sealed record CaseView(
    string Contact,
    IReadOnlyList<CaseEntryView> Entries,
    IReadOnlyList<CaseClockView> Clocks,
    EnquiryReference? Enquiry = null
)
{
    internal static CaseView Of(
        HubProfile profile,
        ContactRow contact,
        IEnumerable<CaseEntry> entries,
        IEnumerable<CaseClock> clocks,
        DateTimeOffset now
    )
    {
        var words = new EntryInWords(profile);
        return new CaseView(
            contact.Reference,
            [.. entries.Select(entry => CaseEntryView.Of(entry, words))],
            [.. clocks.Select(clock => CaseClockView.Of(clock, now) with { AboutInWords = words.About(clock.About) })],
            contact.EnquiryReference
        );
    }
}

/// <param name="Kind">Code of the kind; <paramref name="Name"/> is what people call it.</param>
/// <param name="Statement">The fields of that kind.</param>
public sealed record CaseEntryView(int Number, string Kind, string Name, DateTimeOffset At, JsonElement Statement)
{
    /// <summary>Who stated it, and as what.</summary>
    public required string By { get; init; }

    public required string Role { get; init; }

    /// <summary>The same fields as people read them, but for who stated it.</summary>
    public required IReadOnlyList<FieldInWords> InWords { get; init; }

    internal static CaseEntryView Of(CaseEntry entry, EntryInWords words) =>
        new(
            entry.Number,
            entry.Kind.Code,
            entry.Kind.Name,
            entry.At,
            JsonSerializer.SerializeToElement(entry.Statement, entry.Kind.Type, MashJson.Options)
        )
        {
            By = entry.Statement.By,
            Role = entry.Statement.Role,
            InWords = words.Of(entry.Statement),
        };
}

/// <summary>One limit of a case.</summary>
/// <param name="What">In words.</param>
/// <param name="MinutesOver">Whole minutes over the limit; absent in time.</param>
public sealed record CaseClockView(
    string Contact,
    CaseClockKind Kind,
    string What,
    string About,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    EnquiryReference? Enquiry = null,
    DateTimeOffset? EndedAt = null,
    int? MinutesOver = null
)
{
    /// <summary>What <see cref="About"/> says, with the name of whoever looks at it; in a case file.</summary>
    public string? AboutInWords { get; init; }

    /// <summary>Why it ended although nobody did what was due, in words; absent where it was done, or runs.</summary>
    public string? NotDone { get; init; }

    internal static CaseClockView Of(CaseClock clock, DateTimeOffset now) =>
        new(
            clock.ContactReference,
            clock.Kind,
            clock.Kind.InWords(),
            clock.About,
            clock.StartedAt,
            clock.DueAt,
            clock.EnquiryReference,
            clock.EndedAt,
            clock.MinutesOver(now)
        )
        {
            NotDone = clock.EndedBecause?.InWords(),
        };
}
