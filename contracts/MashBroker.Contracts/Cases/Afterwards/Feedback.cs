using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>The referrer or the family was told what came of it, in these words; or was not, and why.</summary>
public sealed record Feedback : CaseStatement
{
    public required FeedbackTo To { get; init; }

    /// <summary>In the form: other words than the hub's own. On record: what was said. Absent where nobody was told.</summary>
    public string? Text { get; init; }

    /// <summary>By telephone, in person, by letter; absent where nobody was told.</summary>
    public string? How { get; init; }

    /// <summary>When they were told; absent where nobody was.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Why nobody is told; present exactly where nobody was.</summary>
    public string? NotTold { get; init; }

    /// <summary>Why the family is told although telling them was said to put the child at risk.</summary>
    public string? DespiteRisk { get; init; }

    /// <summary>Codes of the people of the family who were told: their own names may stand in the text.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    internal static Feedback Read(FormObject form, DateTimeOffset now)
    {
        var feedback = new Feedback
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            To = form.Word<FeedbackTo>("to", required: true) ?? default,
            Text = form.TextIfAny("text", TextLimit.Narrative),
            How = form.TextIfAny("how", TextLimit.Line),
            GivenAt = form.Moment("givenAt", now),
            NotTold = form.TextIfAny("notTold", TextLimit.Narrative),
            DespiteRisk = form.TextIfAny("despiteRisk", TextLimit.Narrative),
            Told = form.Texts("told", 20, TextLimit.Code),
        };
        if (feedback.NotTold is null && feedback.How is null && !form.HasFaultIn("how", "notTold"))
        {
            form.Fault(
                "how",
                "is missing",
                "Say how they were told, e.g. by telephone; or give notTold with the reason"
            );
        }

        if (feedback.NotTold is not null && (feedback.How ?? feedback.Text) is not null)
        {
            form.Fault("notTold", "stands beside how or text", "Somebody was told or was not: leave one of them out");
        }

        return feedback;
    }
}

public enum FeedbackTo
{
    None = 0,
    Referrer,
    Family,
}
