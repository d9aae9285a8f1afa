using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person rates a published enquiry anew.</summary>
public sealed record Rerating : CaseStatement
{
    public required Rating Rating { get; init; }

    /// <summary>In a sentence; every agency that has still to answer is told.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Why agencies may answer later than they had to before, where the new rating gives more time. Without it no deadline
    /// moves back.
    /// </summary>
    public string? LaterBecause { get; init; }

    /// <summary>Why somebody rates, or gives agencies longer, to whom the hub's rules leave neither; the hub keeps it as a <see cref="Departure"/> of its own.</summary>
    public string? DepartsFromRole { get; init; }

    /// <summary>The rating before; written by the hub.</summary>
    public Rating? Before { get; init; }

    /// <summary>Latest time for returns from then on, UTC; written by the hub.</summary>
    public DateTimeOffset? ReturnDueAt { get; init; }

    /// <summary>When the hub has to have decided from then on, UTC; written by the hub.</summary>
    public DateTimeOffset? DecisionDueAt { get; init; }

    internal static Rerating Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Rating = ReadRating(form),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            LaterBecause = form.Text("laterBecause", TextLimit.Narrative),
            DepartsFromRole = CaseForm.DepartsFromRole(form),
        };

    private static Rating ReadRating(FormObject form)
    {
        var rating = form.Word<Rating>("rating", required: true) ?? Rating.None;
        if (rating is Rating.None && !form.HasFaultIn("rating"))
        {
            form.Fault("rating", "is no rating", "Give red, amber or green");
        }

        return rating;
    }
}
