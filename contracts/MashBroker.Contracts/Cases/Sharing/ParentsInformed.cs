using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// Whether the parents or carers were told that information is asked for and shared, or why not. Apart from their agreement:
/// a family can be told and not asked.
/// </summary>
public sealed record ParentsInformed : CaseStatement
{
    public required ParentsTold Parents { get; init; }

    /// <summary>Who was told, or was not, e.g. <c>mother, by telephone</c>.</summary>
    public string? Who { get; init; }

    public DateTimeOffset? InformedAt { get; init; }

    /// <summary>Why they were not; required then.</summary>
    public string? WhyNot { get; init; }

    internal static ParentsInformed Read(FormObject form, DateTimeOffset now)
    {
        var parents = form.Word<ParentsTold>("parents", required: true) ?? default;
        var why = form.Text("whyNot", TextLimit.Narrative, required: parents is ParentsTold.NotInformed);
        if (parents is ParentsTold.Informed && why is not null)
        {
            form.Fault("whyNot", "is given though they were informed", "Leave it out, or give not-informed");
        }

        return new ParentsInformed
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Parents = parents,
            Who = form.Text("who", TextLimit.Line),
            InformedAt = form.Moment("informedAt", now),
            WhyNot = why,
        };
    }
}

public enum ParentsTold
{
    None = 0,
    Informed,
    NotInformed,
}
