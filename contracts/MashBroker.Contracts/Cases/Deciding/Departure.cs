using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person acts otherwise than the hub's rules say, and why. The rules propose; this says that somebody did not follow.</summary>
public sealed record Departure : CaseStatement
{
    /// <summary>Code of <see cref="DepartureFrom"/>.</summary>
    public required string From { get; init; }

    public required string Reason { get; init; }

    internal static Departure Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            From = form.Code("from", DepartureFrom.All, required: true) ?? "",
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>Codes of the rules that somebody can depart from with a reason.</summary>
public static class DepartureFrom
{
    /// <summary>The contact meets the hub's criteria, and no multi-agency enquiry is made.</summary>
    public const string Criteria = "criteria";

    /// <summary>Somebody rates whom the hub's rules do not name.</summary>
    public const string RatedBy = "rated-by";

    /// <summary>Somebody answers the hub's question whom its rules do not name.</summary>
    public const string TriagedBy = "triaged-by";

    /// <summary>Agencies are asked about a household that an open enquiry is about already.</summary>
    public const string AskedOnce = "asked-once";

    /// <summary>Somebody who is no manager says why agencies may answer later than they had to before.</summary>
    public const string LaterBecause = "later-because";

    /// <summary>Somebody takes back what agencies were asked who neither rates nor decides.</summary>
    public const string TakingBack = "taking-back";

    /// <summary>Somebody says that no strategy discussion is needed who neither leads it nor decides.</summary>
    public const string NoDiscussion = "no-discussion";

    /// <summary>Somebody overrides the leak check who neither rates nor decides.</summary>
    public const string LeakCheck = "leak-check";

    public static readonly IReadOnlyList<string> All =
    [
        Criteria,
        RatedBy,
        TriagedBy,
        AskedOnce,
        LaterBecause,
        TakingBack,
        NoDiscussion,
        LeakCheck,
    ];
}
