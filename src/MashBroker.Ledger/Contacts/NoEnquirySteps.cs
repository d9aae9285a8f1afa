using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>
/// What a hub's rules ask to be done about a contact before somebody may decide that no multi-agency enquiry is made, held against
/// its case file.
/// </summary>
public static class NoEnquirySteps
{
    private const string ParentsContacted = NoEnquiryStep.ParentsContacted;
    private const string ReferrerContacted = "referrer-contacted";
    private const string Chronology = "chronology";
    private const string Signs = "signs-of-safety";
    private const string RiskFactors = "risk-factors";
    private const string ProtectiveFactors = "protective-factors";

    /// <summary>In the order of the rules; empty where everything is on record.</summary>
    public static IReadOnlyList<MissingStep> Missing(NoEnquiryRule rule, IReadOnlyList<CaseEntry> file)
    {
        var statements = file.Select(entry => entry.Statement).ToList();
        return
        [
            .. rule.Steps.SelectMany(step => Missing(step, statements).Select(kinds => new MissingStep(step, kinds))),
        ];
    }

    // The kinds of entry of which one would do; nothing where the step is done.
    private static string[] Missing(NoEnquiryStep step, List<CaseStatement> file) =>
        step.Code switch
        {
            ParentsContacted => Unless(
                file.OfType<ViewGiven>().Any(view => view.Of is ViewOf.Parent or ViewOf.Carer)
                    || file.OfType<NotContacted>().Any(why => why.Of is ContactSought.Parents),
                "view (of parent or carer), or not-contacted (of parents)"
            ),
            ReferrerContacted => Unless(
                file.OfType<ViewGiven>().Any(view => view.Of is ViewOf.Referrer)
                    || file.OfType<NotContacted>().Any(why => why.Of is ContactSought.Referrer),
                "view (of referrer), or not-contacted (of referrer)"
            ),
            Chronology => Unless(
                file.OfType<ChronologyEntry>().Any() || IsDone(step, file),
                "chronology, or step-done where nothing is known"
            ),
            RiskFactors => Unless(file.OfType<RiskFactor>().Any(), "risk-factor"),
            ProtectiveFactors => Unless(file.OfType<ProtectiveFactor>().Any(), "protective-factor"),
            Signs =>
            [
                .. Unless(file.OfType<RiskFactor>().Any(), "risk-factor"),
                .. Unless(file.OfType<ProtectiveFactor>().Any(), "protective-factor"),
                .. Unless(file.OfType<SignsOfSafety>().Any(), "signs-of-safety"),
            ],
            _ => Unless(IsDone(step, file), $"step-done (of {step.Code})"),
        };

    private static bool IsDone(NoEnquiryStep step, List<CaseStatement> file) =>
        file.OfType<StepDone>().Any(done => done.Step == step.Code);

    private static string[] Unless(bool done, string kinds) => done ? [] : [kinds];
}

/// <param name="ShownBy">The kinds of entry of which one shows that it was done.</param>
public sealed record MissingStep(NoEnquiryStep Step, string ShownBy);
