using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person's answer to a criterion that the hub leaves to somebody's judgement.</summary>
public sealed record CriterionAnswer : CaseStatement
{
    /// <summary>Code of the criterion in the hub's profile.</summary>
    public required string Criterion { get; init; }

    /// <summary>As the hub asked it then; profiles change.</summary>
    public required string Question { get; init; }

    public required bool Yes { get; init; }

    public required string Reason { get; init; }

    internal static CriterionAnswer Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Criterion = form.Text("criterion", TextLimit.Code, required: true) ?? "",
            Question = form.Text("question", TextLimit.Statement, required: true) ?? "",
            Yes = form.Flag("yes"),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
        };
}
