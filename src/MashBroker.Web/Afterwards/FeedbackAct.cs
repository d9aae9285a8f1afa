using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Web.Decisions;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// Looks at what somebody is told, before it stands on record. The hub's own words need no look; a person's do: they may name
/// nobody whom they do not concern, and repeat no return.
/// </summary>
internal static class FeedbackAct
{
    public static async Task<Act> LookAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        Feedback feedback
    )
    {
        var ended = await OutcomeOfCase.FindAsync(change, profile, row);
        var referred = ContactContent.Read(row.Content);
        // Whom the enquiry is about now: people were added to it since the contact.
        var contact = ended?.Enquiry is { } enquiry
            ? referred with
            {
                People = EnquiryContent.Read(enquiry.Content).Subjects,
            }
            : referred;
        var concerned = Concerned(feedback, contact, referred);
        var faults = new List<FieldFault>([
            .. OfFamily(feedback, contact),
            .. OfTold(feedback, contact),
            .. OfTime(profile, feedback, ended),
            .. OfOwnText(profile, feedback, contact),
        ]);
        // How they were told is written down by whoever told them: what was told stands there just as well.
        OutgoingText[] texts =
        [
            .. new[] { ("text", feedback.Text), ("how", feedback.How) }
                .Where(each => each.Item2 is not null)
                .Select(each => new OutgoingText(each.Item1, each.Item2!)),
        ];
        foreach (var text in texts)
        {
            faults.AddRange(OfText(text, feedback, contact, concerned));
            faults.AddRange(ended is null ? [] : await OfReturnsAsync(change, ended, text));
        }

        var given = ended is null ? feedback : AsGiven(profile, feedback, referred, ended, change);
        return new Act(row, () => FeedbackGiven.RecordAsync(change, row, given))
        {
            Faults = faults,
            Conflicts =
                ended is null ? [new FieldFault("to", "cannot be told an outcome: nobody has decided", "Decide first.")]
                : await StandsAsync(change, row, ended, feedback, given)
                    ?
                    [
                        new FieldFault(
                            "to",
                            "stands on record with exactly this already",
                            "Read it first (mash decision feedback, or GET feedback); if they were told once more, say when with givenAt."
                        ),
                    ]
                : [],
            Also = told =>
                told.Path is "text" or "how"
                    ? ThirdPartyTelling.Seek(told.Path, told.Text, contact.People, concerned)
                    : [],
        };
    }

    /// <summary>Whether the latest that is on record of the decision that stands says the same; a time that nobody gave says nothing.</summary>
    private static async Task<bool> StandsAsync(
        LedgerTransaction change,
        ContactRow row,
        OutcomeOfCase ended,
        Feedback feedback,
        Feedback given
    ) =>
        (await CaseFile.ReadAsync(change, row.Reference, CaseEntryKinds.Of<Feedback>().Code))
            .Where(entry => entry.At >= ended.DecidedAt)
            .Select(entry => (Feedback)entry.Statement)
            .LastOrDefault(before => before.To == feedback.To)
            is { } latest
        && (feedback.GivenAt is null || feedback.GivenAt == latest.GivenAt)
        && (latest.Text, latest.How, latest.NotTold, latest.DespiteRisk)
            == (given.Text, given.How, given.NotTold, given.DespiteRisk)
        && latest.Told.Order().SequenceEqual(given.Told.Order());

    private static Feedback AsGiven(
        HubProfile profile,
        Feedback feedback,
        Contact contact,
        OutcomeOfCase ended,
        LedgerTransaction change
    ) =>
        feedback.NotTold is not null
            ? feedback
            : feedback with
            {
                Text =
                    feedback.Text
                    ?? (
                        feedback.To is FeedbackTo.Family
                            ? FeedbackWords.ForFamily(profile, ended.Outcome)
                            : FeedbackWords.ForReferrer(profile, ended.Outcome, contact.Referrer.Kind)
                    ),
                GivenAt = feedback.GivenAt ?? change.Now,
            };

    private static IEnumerable<FieldFault> OfFamily(Feedback feedback, Contact contact)
    {
        if (contact.DoNotInformFamily && feedback is { To: FeedbackTo.Family, NotTold: null, DespiteRisk: null })
        {
            yield return new FieldFault(
                "to",
                $"is the family. {FeedbackQuery.FamilyAtRisk.TrimEnd('.')}",
                "Give notTold with the reason, or despiteRisk with why they may be told now."
            );
        }
    }

    private static IEnumerable<FieldFault> OfTold(Feedback feedback, Contact contact)
    {
        foreach (var code in feedback.Told.Except(contact.People.Select(person => person.Code)))
        {
            yield return new FieldFault("told", $"names {code}, who is nobody of this case", "Give codes such as S2.");
        }
    }

    // To the minute: people tell of minutes.
    private static IEnumerable<FieldFault> OfTime(HubProfile profile, Feedback feedback, OutcomeOfCase? ended)
    {
        if (feedback.GivenAt is { } given && ended is not null && given < ended.DecidedAt.AddMinutes(-1))
        {
            yield return new FieldFault(
                "givenAt",
                $"is before the outcome was decided, {new HubTime(profile.Zone).Say(ended.DecidedAt)}",
                "Give the time at which they were told the outcome; what they were told before it is a note"
            );
        }
    }

    private static IEnumerable<FieldFault> OfOwnText(HubProfile profile, Feedback feedback, Contact contact)
    {
        if (
            feedback is { To: FeedbackTo.Referrer, Text: not null }
            && profile.Feedback.First(rule => rule.ReferrerKinds.Contains(contact.Referrer.Kind)).What
                is FeedbackContent.Acknowledgement
        )
        {
            yield return new FieldFault(
                "text",
                "is of your own, and a referrer of this kind is told no more than that the hub has dealt with it",
                "Leave it out: the hub's own words are used."
            );
        }
    }

    private static IEnumerable<FieldFault> OfText(
        OutgoingText text,
        Feedback feedback,
        Contact contact,
        IReadOnlyList<Subject> concerned
    )
    {
        var named = ThirdParties.NamedIn(text.Text, contact.People, concerned);
        if (named.Count > 0)
        {
            yield return new FieldFault(
                text.Path,
                $"names {string.Join(", ", named.Select(person => person.InWords))}, whom it does not concern",
                feedback.To is FeedbackTo.Family
                    ? "Take the names out, or say with told which of the family are being told."
                    : "Take the names out."
            );
        }
    }

    private static async Task<IEnumerable<FieldFault>> OfReturnsAsync(
        LedgerTransaction change,
        OutcomeOfCase ended,
        OutgoingText text
    )
    {
        if (ended.Enquiry is not { } enquiry)
        {
            return [];
        }

        var borrowed = (await ReturnStore.OfEnquiryAsync(change, enquiry.Reference))
            .Where(row => BorrowedWords.Are(text.Text, WordsOf(row)))
            .Select(row => row.Agency)
            .Distinct()
            .ToList();
        return borrowed.Count == 0
            ? []
            :
            [
                new FieldFault(
                    text.Path,
                    $"repeats what {string.Join(", ", borrowed)} wrote to the hub",
                    "Say the outcome and the next step, nothing of what agencies hold."
                ),
            ];
    }

    private static IEnumerable<string> WordsOf(ReturnRow row)
    {
        var body = JsonSerializer.Deserialize<Return>(row.Content, MashJson.Options)!;
        return new[] { body.Headline, body.Analysis }
            .OfType<string>()
            .Concat(body.Answers.SelectMany(answer => answer.Records).Select(record => record.Summary))
            .Concat(
                body.Answers.SelectMany(answer => answer.Records).Select(record => record.Outcome).OfType<string>()
            );
    }

    // A professional speaks of the child they referred, as they told of it; nobody else is theirs. A family may hear of its own
    // children; who referred for it, of the child as they told of it and of themselves.
    private static IReadOnlyList<Subject> Concerned(Feedback feedback, Contact contact, Contact referred) =>
        feedback.To is FeedbackTo.Family
            ?
            [
                .. contact.People.Where(person =>
                    person.Role is SubjectRole.Child or SubjectRole.UnbornChild or SubjectRole.Sibling
                    || feedback.Told.Contains(person.Code)
                ),
            ]
            : referred.Referrer.Kind switch
            {
                ReferrerKind.Professional => [referred.People[0]],
                ReferrerKind.Family =>
                [
                    .. referred.People.Where(person =>
                        person.Role is SubjectRole.Child or SubjectRole.UnbornChild
                        || ThirdParties.Is(person, referred.Referrer.Name)
                    ),
                ],
                _ => [],
            };
}
