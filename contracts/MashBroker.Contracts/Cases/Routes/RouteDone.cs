using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>What a hub's rules ask for besides an enquiry was done: a Prevent referral sent, the police told of a missing child.</summary>
public sealed record RouteDone : CaseStatement
{
    /// <summary>Code of <see cref="CaseRoute"/>.</summary>
    public required string Route { get; init; }

    /// <summary>What was done, and with whom.</summary>
    public required string Text { get; init; }

    /// <summary>When, UTC; absent: when it was put on record.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    internal static RouteDone Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Route = form.Code("route", CaseRoute.All, required: true) ?? "",
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
            DoneAt = form.Moment("doneAt", now),
        };
}

/// <summary>Codes of the routes that a contact can take besides, or instead of, an enquiry.</summary>
public static class CaseRoute
{
    public const string ChildProtection = "child-protection";
    public const string Prevent = "prevent";
    public const string Missing = "missing";
    public const string Exploitation = "exploitation";
    public const string OpenToSocialWorker = "open-to-social-worker";
    public const string OpenToEarlyHelp = "open-to-early-help";

    public static readonly IReadOnlyList<string> All =
    [
        ChildProtection,
        Prevent,
        Missing,
        Exploitation,
        OpenToSocialWorker,
        OpenToEarlyHelp,
    ];
}
