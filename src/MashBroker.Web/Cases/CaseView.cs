using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;

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
        ContactRow contact,
        IEnumerable<CaseEntry> entries,
        IEnumerable<CaseClock> clocks,
        DateTimeOffset now
    ) =>
        new(
            contact.Reference,
            [.. entries.Select(CaseEntryView.Of)],
            [.. clocks.Select(clock => CaseClockView.Of(clock, now))],
            contact.EnquiryReference
        );
}

/// <param name="Kind">Code of the kind; <paramref name="Name"/> is what people call it.</param>
/// <param name="Statement">The fields of that kind.</param>
public sealed record CaseEntryView(int Number, string Kind, string Name, DateTimeOffset At, JsonElement Statement)
{
    internal static CaseEntryView Of(CaseEntry entry) =>
        new(
            entry.Number,
            entry.Kind.Code,
            entry.Kind.Name,
            entry.At,
            JsonSerializer.SerializeToElement(entry.Statement, entry.Kind.Type, MashJson.Options)
        );
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
        );
}
