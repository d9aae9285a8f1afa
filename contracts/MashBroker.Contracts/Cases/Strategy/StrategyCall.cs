using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person calls the agencies to a strategy discussion, or moves one that is called.</summary>
public sealed record StrategyCall : CaseStatement
{
    private const int AgencyLimit = 50;
    private const int LeastMinutes = 10;
    private const int MostMinutes = 480;
    private const int UsualMinutes = 60;
    private const int DaysAhead = 60;

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Whole minutes it is expected to take, 10 to 480; 60 where nothing is said.</summary>
    public required int Minutes { get; init; }

    /// <summary>One of the places that the hub's settings name.</summary>
    public string? Place { get; init; }

    /// <summary>Name of whoever leads it, where that is known.</summary>
    public string? Lead { get; init; }

    /// <summary>Codes of agencies that are invited besides those of the hub's rule.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Codes of agencies that were invited and need not come any more, where the discussion is moved.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Why: needed where the hub's rule does not call for one, where it is held later than it has to be, and where it is moved.</summary>
    public string? Reason { get; init; }

    /// <summary>1 for the first of the case; written by the hub.</summary>
    public int Number { get; init; }

    /// <summary>The latest moment for it, UTC; written by the hub.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>As what it is led, by the hub's rule for that time of day; written by the hub.</summary>
    public string? LedBy { get; init; }

    /// <summary>Codes of all agencies invited; written by the hub.</summary>
    public IReadOnlyList<string> Invited { get; init; } = [];

    /// <summary>Codes of agencies that were invited before and are not any more: they are told. Written by the hub.</summary>
    public IReadOnlyList<string> Uninvited { get; init; } = [];

    internal static StrategyCall Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            StartsAt = ReadStart(form, now),
            Minutes = form.Number("minutes", LeastMinutes, MostMinutes) ?? UsualMinutes,
            Place = form.Text("place", TextLimit.Line),
            Lead = form.Text("lead", TextLimit.Name),
            Also = form.Texts("also", AgencyLimit, TextLimit.Code),
            Without = form.Texts("without", AgencyLimit, TextLimit.Code),
            Reason = form.Text("reason", TextLimit.Narrative),
        };

    private static DateTimeOffset ReadStart(FormObject form, DateTimeOffset now)
    {
        var at = form.Moment("startsAt", now.AddDays(DaysAhead), required: true);
        if (at < now)
        {
            form.Fault("startsAt", "has passed", "Give a time to come; a discussion that was held is recorded");
        }

        return at ?? now;
    }
}
