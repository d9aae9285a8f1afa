using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
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
        var faults = new List<FieldFault>([.. OfFamily(feedback, contact), .. OfTold(feedback, contact)]);
        Func<OutgoingText, IEnumerable<LeakFinding>>? thirdParties = null;
        if (feedback.Text is { } text)
        {
            var concerned = Concerned(feedback, contact, referred);
            faults.AddRange(OfText(text, profile, feedback, contact, concerned));
            faults.AddRange(ended is null ? [] : await OfReturnsAsync(change, ended, text));
            thirdParties = told =>
                told.Path == "text" ? ThirdPartyTelling.Seek(told.Path, told.Text, contact.People, concerned) : [];
        }

        return new Act(
            row,
            () => FeedbackGiven.RecordAsync(change, row, AsGiven(profile, feedback, referred, ended!, change))
        )
        {
            Faults = faults,
            Conflicts = ended is null
                ? [new FieldFault("to", "cannot be told an outcome: nobody has decided", "Decide first.")]
                : [],
            Also = thirdParties,
        };
    }

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

    private static IEnumerable<FieldFault> OfText(
        string text,
        HubProfile profile,
        Feedback feedback,
        Contact contact,
        IReadOnlyList<Subject> concerned
    )
    {
        if (
            feedback.To is FeedbackTo.Referrer
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

        var named = ThirdParties.NamedIn(text, contact.People, concerned);
        if (named.Count > 0)
        {
            yield return new FieldFault(
                "text",
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
        string text
    )
    {
        if (ended.Enquiry is not { } enquiry)
        {
            return [];
        }

        var borrowed = (await ReturnStore.OfEnquiryAsync(change, enquiry.Reference))
            .Where(row => BorrowedWords.Are(text, WordsOf(row)))
            .Select(row => row.Agency)
            .Distinct()
            .ToList();
        return borrowed.Count == 0
            ? []
            :
            [
                new FieldFault(
                    "text",
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

    // A professional speaks of the child they referred, as they told of it; nobody else is theirs. A family may hear of its own children.
    private static IReadOnlyList<Subject> Concerned(Feedback feedback, Contact contact, Contact referred) =>
        feedback.To is FeedbackTo.Family
            ?
            [
                .. contact.People.Where(person =>
                    person.Role is SubjectRole.Child or SubjectRole.UnbornChild or SubjectRole.Sibling
                    || feedback.Told.Contains(person.Code)
                ),
            ]
        : referred.Referrer.Kind is ReferrerKind.Professional ? [referred.People[0]]
        : [];
}
