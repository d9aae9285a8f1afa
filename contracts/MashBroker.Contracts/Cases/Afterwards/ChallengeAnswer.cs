using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>What one stage said. Where that did not settle it, the next stage of the hub looks at it.</summary>
public abstract record ChallengeAnswer : CaseStatement
{
    public const int MostNumber = 1000;

    /// <summary>Which disagreement or complaint of the case.</summary>
    public required int Number { get; init; }

    /// <summary>What came of this stage.</summary>
    public required string Outcome { get; init; }

    public required ChallengeEnd End { get; init; }

    /// <summary>Code of the stage that answered; of the hub, not of the form.</summary>
    public string? Stage { get; init; }
}

public enum ChallengeEnd
{
    None = 0,

    /// <summary>They accept it, or leave it at that.</summary>
    Settled,

    /// <summary>They want the next stage to look at it.</summary>
    GoesFurther,
}

public sealed record DisagreementAnswer : ChallengeAnswer
{
    internal static DisagreementAnswer Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Number = form.Number("number", 1, MostNumber) ?? 1,
            Outcome = form.Text("outcome", TextLimit.Narrative, required: true) ?? "",
            End = form.Word<ChallengeEnd>("end", required: true) ?? default,
        };
}

public sealed record ComplaintAnswer : ChallengeAnswer
{
    internal static ComplaintAnswer Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Number = form.Number("number", 1, MostNumber) ?? 1,
            Outcome = form.Text("outcome", TextLimit.Narrative, required: true) ?? "",
            End = form.Word<ChallengeEnd>("end", required: true) ?? default,
        };
}
