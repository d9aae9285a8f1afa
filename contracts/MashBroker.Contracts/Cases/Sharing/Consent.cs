using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// Whether the parents' or carers' agreement was sought, and what came of it. Recorded so that the hub is open with the
/// family; it is never the basis on which information is shared.
/// </summary>
public sealed record Consent : CaseStatement
{
    public required AgreementOutcome Agreement { get; init; }

    /// <summary>Who sought it, e.g. <c>the referrer</c>, <c>duty social worker</c>.</summary>
    public string? SoughtBy { get; init; }

    /// <summary>Of whom it was sought, e.g. <c>mother</c>.</summary>
    public string? SoughtFrom { get; init; }

    public DateTimeOffset? SoughtAt { get; init; }

    /// <summary>Why it was dispensed with, or what was said when it was refused; required then.</summary>
    public string? Reason { get; init; }

    internal static Consent Read(FormObject form, DateTimeOffset now)
    {
        var agreement = form.Word<AgreementOutcome>("agreement", required: true) ?? default;
        var asked = agreement is not (AgreementOutcome.None or AgreementOutcome.DispensedWith);
        return new Consent
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Agreement = agreement,
            SoughtBy = form.Text("soughtBy", TextLimit.Line, required: asked),
            SoughtFrom = form.Text("soughtFrom", TextLimit.Line, required: asked),
            SoughtAt = form.Moment("soughtAt", now),
            Reason = form.Text(
                "reason",
                TextLimit.Narrative,
                required: agreement is AgreementOutcome.DispensedWith or AgreementOutcome.Refused
            ),
        };
    }
}

/// <summary>Four different facts: asked and not yet answered, yes, no, and not asked for a stated reason.</summary>
public enum AgreementOutcome
{
    None = 0,
    Sought,
    Given,
    Refused,
    DispensedWith,
}
