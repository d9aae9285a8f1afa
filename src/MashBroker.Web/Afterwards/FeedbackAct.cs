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
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// Puts on record what somebody was told. The hub's own words need no look; a person's do: they may name nobody whom they do not
/// concern, and repeat no return.
/// </summary>
internal sealed class FeedbackAct(HubProfile profile, FeedbackQuery query)
{
    /// <returns>The faults; none: it is on record.</returns>
    public async Task<FeedbackTaken> TakeAsync(LedgerTransaction change, EnquiryRow enquiry, Feedback feedback)
    {
        if (await query.ReadAsync(change, enquiry) is not { } view)
        {
            return new FeedbackTaken(
                [new FieldFault("to", "cannot be told an outcome: nobody has decided", "Decide first.")],
                Conflict: true
            );
        }

        var row = (await ContactStore.FindAsync(change, enquiry.ContactReference))!;
        // Whom the enquiry is about now: people were added to it since the contact.
        var contact = ContactContent.Read(row.Content) with
        {
            People = EnquiryContent.Read(enquiry.Content).Subjects,
        };
        var faults = new List<FieldFault>([.. OfFamily(feedback, view), .. OfTold(feedback, contact)]);
        if (feedback.Text is { } text)
        {
            faults.AddRange(OfText(text, feedback, view, contact));
            faults.AddRange(await OfReturnsAsync(change, enquiry, text));
        }

        if (faults.Count > 0)
        {
            return new FeedbackTaken(faults, Conflict: false);
        }

        if (
            feedback.Text is { } own
            && await LeakGate.CheckAsync(change, row, [new OutgoingText("text", own)]) is { } leak
        )
        {
            return new FeedbackTaken([], Conflict: true, leak);
        }

        await FeedbackGiven.RecordAsync(change, row, AsGiven(feedback, view, change.Now));
        return new FeedbackTaken([], Conflict: false);
    }

    private static Feedback AsGiven(Feedback feedback, FeedbackView view, DateTimeOffset now) =>
        feedback.NotTold is not null
            ? feedback
            : feedback with
            {
                Text = feedback.Text ?? (feedback.To is FeedbackTo.Family ? view.Family.Text : view.Referrer.Text),
                GivenAt = feedback.GivenAt ?? now,
            };

    private static IEnumerable<FieldFault> OfFamily(Feedback feedback, FeedbackView view)
    {
        if (
            feedback is { To: FeedbackTo.Family, NotTold: null, DespiteRisk: null }
            && view.Family.Withheld is { } withheld
        )
        {
            yield return new FieldFault(
                "to",
                $"is the family. {withheld.TrimEnd('.')}",
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

    private IEnumerable<FieldFault> OfText(string text, Feedback feedback, FeedbackView view, Contact contact)
    {
        if (
            feedback.To is FeedbackTo.Referrer
            && profile.Feedback.First(rule => rule.ReferrerKinds.Contains(view.ReferrerKind)).What
                is FeedbackContent.Acknowledgement
        )
        {
            yield return new FieldFault(
                "text",
                "is of your own, and a referrer of this kind is told no more than that the hub has dealt with it",
                "Leave it out: the hub's own words are used."
            );
        }

        var named = ThirdParties.NamedIn(text, contact.People, MayBeNamed(feedback, contact));
        if (named.Count > 0)
        {
            yield return new FieldFault(
                "text",
                $"names {string.Join(", ", named)}, whom it does not concern",
                feedback.To is FeedbackTo.Family
                    ? "Take the names out, or say with told which of the family are being told."
                    : "Take the names out."
            );
        }
    }

    private static async Task<IEnumerable<FieldFault>> OfReturnsAsync(
        LedgerTransaction change,
        EnquiryRow enquiry,
        string text
    )
    {
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

    // A professional speaks of the child they referred; nobody else is theirs. A family may hear its own children's names.
    private static string[] MayBeNamed(Feedback feedback, Contact contact) =>
        feedback.To is FeedbackTo.Family
            ?
            [
                .. feedback.Told,
                .. contact
                    .People.Where(person =>
                        person.Role is SubjectRole.Child or SubjectRole.UnbornChild or SubjectRole.Sibling
                    )
                    .Select(person => person.Code),
            ]
        : contact.Referrer.Kind is ReferrerKind.Professional ? [contact.People[0].Code]
        : [];
}

/// <param name="Faults">None, and no leak: it is on record.</param>
/// <param name="Conflict">It was well formed, and the case does not allow it.</param>
/// <param name="Leak">What it would tell of who referred, or where somebody hides.</param>
internal sealed record FeedbackTaken(IReadOnlyList<FieldFault> Faults, bool Conflict, LeakReport? Leak = null);
