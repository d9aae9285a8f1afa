using MashBroker.Contracts.Cases;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>One of the four facts about sharing that are recorded apart.</summary>
/// <param name="What">Which, in words.</param>
/// <param name="Words">What stands on record, or that nothing does.</param>
/// <param name="By">Who put it on record and as what; absent where nothing stands there.</param>
public sealed record PackOnRecord(string What, string Words, string? By = null)
{
    private const string Nothing = "Nothing is on record";

    internal static IReadOnlyList<PackOnRecord> Of(SharingRecord record, Func<string, string> nameOfAgency) =>
        [
            Of("Parents or carers informed", record.Parents, InWords),
            Of("Agreement of parents or carers", record.Agreement, InWords),
            Of("Lawful basis and conditions", record.Basis, basis => SharingRecord.InWords(basis)),
            Of(
                "Decision to share",
                record.Decisions.Count == 0 ? null : record.Decisions[^1],
                decision => InWords(decision, nameOfAgency)
            ),
        ];

    private static PackOnRecord Of<T>(string what, T? statement, Func<T, string> words)
        where T : CaseStatement =>
        statement is null
            ? new PackOnRecord(what, Nothing)
            : new PackOnRecord(
                what,
                words(statement),
                statement.By == statement.Role ? statement.By : $"{statement.By}, {statement.Role}"
            );

    // Of what the referrer wrote only the answer is told: their words may tell who they are.
    private static string InWords(ParentsInformed stated) =>
        stated.Parents is ParentsTold.Informed
            ? $"Informed{(stated.Who is { } who ? $": {who}" : "")}"
            : $"Not informed{Because(stated, stated.WhyNot)}";

    private static string InWords(Consent stated) =>
        stated.Agreement switch
        {
            AgreementOutcome.Sought => "Sought, not yet answered",
            AgreementOutcome.Given => "Given",
            AgreementOutcome.Refused => $"Refused{Because(stated, stated.Reason)}",
            AgreementOutcome.DispensedWith => $"Dispensed with{Because(stated, stated.Reason)}",
            _ => Nothing,
        };

    private static string InWords(SharingDecision decision, Func<string, string> nameOfAgency)
    {
        var with = decision.With.Count == 0 ? "all agencies" : string.Join(", ", decision.With.Select(nameOfAgency));
        return decision.Decision is SharingChoice.Share
            ? $"To share with {with}: {decision.Reason}"
            : $"Not to share with {with}: {decision.Reason}";
    }

    private static string Because(CaseStatement stated, string? why) =>
        why is null || stated.By == SharingRecord.Referrer ? "" : $": {why}";
}
