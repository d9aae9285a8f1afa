using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using NodaTime;

namespace MashBroker.Correlation.Packs;

/// <summary>What somebody said when the hub asked for their view.</summary>
public sealed record PackView
{
    public required ViewOf Of { get; init; }

    /// <summary>e.g. <c>health visitor</c>, <c>mother</c>.</summary>
    public required string Giver { get; init; }

    /// <summary>Code of the subject who gave it; absent for everybody else.</summary>
    public string? Subject { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public string? How { get; init; }

    public required string Text { get; init; }

    /// <summary>Who put it on record, and as what.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Number of its entry in the case file.</summary>
    public required int Entry { get; init; }

    private const string CaseFileName = "Case file";

    internal static IReadOnlyList<PackView> Among(IEnumerable<CaseEntry> entries) =>
        [
            .. entries
                .Where(entry => entry.Statement is ViewGiven)
                .Select(entry => (entry.Number, View: (ViewGiven)entry.Statement))
                .OrderBy(each => each.View.GivenAt)
                .ThenBy(each => each.Number)
                .Select(each => new PackView
                {
                    Of = each.View.Of,
                    Giver = each.View.Giver,
                    Subject = each.View.Subject,
                    GivenAt = each.View.GivenAt,
                    How = each.View.How,
                    Text = each.View.Text,
                    RecordedBy = $"{each.View.By}, {each.View.Role}",
                    Entry = each.Number,
                }),
        ];

    /// <summary>As an event of the chronology, on the hub's day and at its time.</summary>
    internal PackEntry InChronology(string zone)
    {
        var local = Instant.FromDateTimeOffset(GivenAt).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        return new PackEntry
        {
            On = local.Date.ToDateOnly(),
            At = local.TimeOfDay.ToTimeOnly(),
            Agency = "",
            AgencyName = $"{Words.OfView(Of)} ({Giver})",
            Kind = "hub.view",
            People = Subject is null ? [] : [new EntryPerson(Subject)],
            Summary = Text,
            Source = new RecordSource(CaseFileName, Entry.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Restrictions = [],
        };
    }
}
