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

    public static readonly IReadOnlyList<string> All = [Criteria, RatedBy, TriagedBy, AskedOnce];
}
