using System.Globalization;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>
/// Disagreements of professionals and complaints of parents, each apart, each through the hub's stages, each stage under its own
/// limit. Where they stand follows from what was put on record.
/// </summary>
public static class ChallengeStages
{
    /// <returns>Why it is not taken: it stands on record in these words and is not at its end. Null where it can be taken.</returns>
    public static async Task<FieldFault?> RepeatedAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        Challenge challenge
    )
    {
        var sort = SortOf(challenge);
        foreach (var entry in await CaseFile.ReadAsync(ledger, contact.Reference, sort.Raised.Code))
        {
            var before = (Challenge)entry.Statement;
            if (
                (before.From, before.FromRole, before.Text) == (challenge.From, challenge.FromRole, challenge.Text)
                && !IsOver(await BeforeAsync(ledger, contact, sort, before.Number), sort.Stages(profile))
            )
            {
                return new FieldFault(
                    "text",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"stands on record with exactly this already, as number {before.Number}"
                    ),
                    "Nothing is left to do; if there is more to say, say what is new."
                );
            }
        }

        return null;
    }

    /// <summary>The first stage looks at it from now on.</summary>
    /// <returns>Number of the entry.</returns>
    public static async Task<int> RaiseAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        Challenge challenge
    )
    {
        var sort = SortOf(challenge);
        var raised = await CaseFile.ReadAsync(ledger, contact.Reference, sort.Raised.Code);
        var numbered = challenge with { Number = raised.Count + 1 };
        var entry = await CaseFile.AddAsync(ledger, contact, numbered);
        await StartAsync(ledger, profile, contact, sort, numbered.Number, sort.Stages(profile)[0]);
        return entry;
    }

    /// <returns>Why the answer cannot be taken; null where it can.</returns>
    public static async Task<FieldFault?> FaultAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        ChallengeAnswer answer
    )
    {
        var sort = SortOf(answer);
        var raised = await CaseFile.ReadAsync(ledger, contact.Reference, sort.Raised.Code);
        if (answer.Number > raised.Count)
        {
            return new FieldFault("number", "is of none", $"Of this case {raised.Count} are on record.");
        }

        var stages = sort.Stages(profile);
        var before = await BeforeAsync(ledger, contact, sort, answer.Number);
        return IsOver(before, stages)
                ? new FieldFault("number", "is of one that is at its end", "Put a new one on record.")
            : answer.End is ChallengeEnd.GoesFurther && before.Count + 1 == stages.Count
                ? new FieldFault(
                    "end",
                    "goes further, and this was the last stage of this hub",
                    $"Say settled once {stages[^1].Who} has answered; where they turn to next is outside the hub."
                )
            : null;
    }

    /// <summary>The stage that looked at it has answered; where that does not settle it, the next one looks at it.</summary>
    /// <param name="answer">One that <see cref="FaultAsync"/> finds nothing wrong with.</param>
    /// <returns>Number of the entry.</returns>
    public static async Task<int> AnswerAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        ChallengeAnswer answer
    )
    {
        var sort = SortOf(answer);
        var stages = sort.Stages(profile);
        var at = (await BeforeAsync(ledger, contact, sort, answer.Number)).Count;
        var entry = await CaseFile.AddAsync(ledger, contact, answer with { Stage = stages[at].Code });
        await CaseClocks.EndAsync(ledger, contact.Reference, sort.Clock, About(answer.Number, stages[at]));
        if (answer.End is ChallengeEnd.GoesFurther)
        {
            await StartAsync(ledger, profile, contact, sort, answer.Number, stages[at + 1]);
        }

        return entry;
    }

    private static bool IsOver(IReadOnlyList<ChallengeAnswer> answers, IReadOnlyList<StageRule> stages) =>
        answers.Count >= stages.Count || answers.Any(given => given.End is ChallengeEnd.Settled);

    private static async Task<IReadOnlyList<ChallengeAnswer>> BeforeAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        Sort sort,
        int number
    ) =>
        [
            .. (await CaseFile.ReadAsync(ledger, contact.Reference, sort.Answered.Code))
                .Select(entry => (ChallengeAnswer)entry.Statement)
                .Where(given => given.Number == number),
        ];

    private static Task<bool> StartAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        Sort sort,
        int number,
        StageRule stage
    ) =>
        CaseClocks.StartAsync(
            ledger,
            contact,
            sort.Clock,
            new HubClock(profile).Due(stage.Limit, ledger.Now).At,
            About(number, stage)
        );

    private static string About(int number, StageRule stage) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {stage.Code}");

    private static Sort SortOf(CaseStatement statement) =>
        statement is Disagreement or DisagreementAnswer
            ? new Sort(
                CaseEntryKinds.Of<Disagreement>(),
                CaseEntryKinds.Of<DisagreementAnswer>(),
                CaseClockKind.Disagreement,
                profile => profile.Disagreement
            )
            : new Sort(
                CaseEntryKinds.Of<Complaint>(),
                CaseEntryKinds.Of<ComplaintAnswer>(),
                CaseClockKind.Complaint,
                profile => profile.Complaints
            );

    private sealed record Sort(
        CaseEntryKind Raised,
        CaseEntryKind Answered,
        CaseClockKind Clock,
        Func<HubProfile, IReadOnlyList<StageRule>> Stages
    );
}
