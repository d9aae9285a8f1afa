using MashBroker.Contracts.Cases;

namespace MashBroker.Contracts.Contacts;

/// <summary>
/// What the referrer says of the parents or carers: whether they were told, and apart from that whether they agreed. The hub
/// asks again; neither is the basis on which information is shared.
/// </summary>
public sealed record ReferrerConsent : ContractRecord
{
    public ParentsTold? Parents { get; init; }

    /// <summary>Why they were not told; required then.</summary>
    public string? WhyNotInformed { get; init; }

    public AgreementOutcome? Agreement { get; init; }

    /// <summary>Who was asked, e.g. <c>mother</c>.</summary>
    public string? SoughtFrom { get; init; }

    /// <summary>Why agreement was refused or not sought; required then.</summary>
    public string? Reason { get; init; }

    internal static ReferrerConsent Read(FormObject form)
    {
        var parents = form.Word<ParentsTold>("parents");
        var agreement = form.Word<AgreementOutcome>("agreement");
        return new ReferrerConsent
        {
            Parents = parents,
            WhyNotInformed = form.Text(
                "whyNotInformed",
                TextLimit.Narrative,
                required: parents is ParentsTold.NotInformed
            ),
            Agreement = agreement,
            SoughtFrom = form.Text("soughtFrom", TextLimit.Line),
            Reason = form.Text(
                "reason",
                TextLimit.Narrative,
                required: agreement is AgreementOutcome.Refused or AgreementOutcome.DispensedWith
            ),
        };
    }
}
