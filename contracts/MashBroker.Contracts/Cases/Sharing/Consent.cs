using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// Whether the parents' or carers' agreement was sought, and what came of it. Recorded so that the hub is open with the
/// family; it is never the basis on which information is shared.
/// </summary>
public sealed record Consent : CaseStatement
{
    public required AgreementOutcome Agreement { get; init; }

    /// <summary>Code of who sought it: <c>referrer</c>, or one that the hub's profile names.</summary>
    public string? SoughtBy { get; init; }

    /// <summary>Of whom it was sought, e.g. <c>mother</c>.</summary>
    public string? SoughtFrom { get; init; }

    public DateTimeOffset? SoughtAt { get; init; }

    /// <summary>Code of the ground on which agreement was dispensed with; required then.</summary>
    public string? Ground { get; init; }

    /// <summary>Why it was dispensed with, or what was said when it was refused; required then.</summary>
    public string? Reason { get; init; }

    internal static Consent Read(FormObject form, DateTimeOffset now)
    {
        var agreement = form.Word<AgreementOutcome>("agreement", required: true) ?? default;
        var dispensed = agreement is AgreementOutcome.DispensedWith;
        var asked = agreement is not (AgreementOutcome.None or AgreementOutcome.DispensedWith);
        return new Consent
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Agreement = agreement,
            SoughtBy = form.Text("soughtBy", TextLimit.Code, required: asked),
            SoughtFrom = form.Text("soughtFrom", TextLimit.Line, required: asked),
            SoughtAt = form.Moment("soughtAt", now),
            Ground = form.Text("ground", TextLimit.Code, required: dispensed),
            Reason = form.Text(
                "reason",
                TextLimit.Narrative,
                required: dispensed || agreement is AgreementOutcome.Refused
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
