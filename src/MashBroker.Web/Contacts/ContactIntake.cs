using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Contacts;

/// <summary>Writes a contact that the door has read, however it came, and tells what became of it.</summary>
internal sealed class ContactIntake(
    HubProfile profile,
    LedgerFront ledger,
    ReadingRecord readings,
    ReferrerRole role,
    TimeProvider clock
)
{
    /// <summary>A contact is safe once written; this is how long the answer waits to tell what became of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Whatever a hub still has to decide was told it within days.
    private static readonly TimeSpan LongAgoIs = TimeSpan.FromDays(30);

    /// <param name="key">The same key twice is one contact.</param>
    /// <param name="also">What else is written with a contact that is new, in the same transaction.</param>
    public async Task<IResult> TakeAsync(
        Contact received,
        IReadOnlyList<FieldFault> warnings,
        string key,
        Reader reader,
        CancellationToken cancellation,
        Func<LedgerTransaction, string, Task>? also = null
    )
    {
        // From here on nobody but the role's people learns who a member of the public is.
        var (contact, withheld) = AnonymousContact.Split(received);
        var follows = contact.Follows is { } named
            ? await ledger.ReadAsync(view => CaseReference.FindAsync(view, named), cancellation)
            : null;
        if (contact.Follows is not null && follows is null)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "The contact was not accepted. Nothing was written.",
                new FieldFault(
                    "follows",
                    "is no contact or enquiry of this hub",
                    "Correct the reference, or leave it out."
                )
            );
        }

        var content = ContactContent.Write(contact);
        var terms = LookupTerms.Of(contact);
        var written = await ledger.WriteAsync(
            async change =>
            {
                var added = await ContactStore.AddAsync(
                    change,
                    profile.Code,
                    key,
                    contact.ReceivedAt,
                    content,
                    reader.Actor,
                    terms,
                    contact.Referrer.Kind
                );
                if (follows is not null && !added.AlreadyThere)
                {
                    await ContactLinks.AddAsync(change, added.Reference, follows.Reference, reader.Actor);
                }

                if (withheld is not null && !added.AlreadyThere)
                {
                    await ReferrerStore.KeepAsync(change, added.Reference, withheld, role.Seal);
                }

                if (also is not null && !added.AlreadyThere)
                {
                    await also(change, added.Reference);
                }

                var known = await LookupStore.EarlierAsync(change, added.Reference);
                var open = await LookupStore.OpenEnquiriesAsync(change, added.Reference);
                if (added.AlreadyThere || known.Count > 0 || open.Count > 0)
                {
                    // The answer tells that somebody is known here: to hand in a name is then to be shown something.
                    var shown = new Shown(Subject: added.Reference, Detail: $"{known.Count} earlier contacts");
                    await readings.AppendAsync(change, reader, AuditAct.ContactRead, "to hand in a contact", shown);
                }

                return added;
            },
            cancellation
        );
        var row = await ledger.UntilAsync(
            view => ContactStore.FindAsync(view, written.Reference),
            row => row!.State is not ContactState.Received,
            Patience,
            cancellation
        );
        var earlier = await ledger.ReadAsync(view => LookupStore.EarlierAsync(view, written.Reference), cancellation);
        var household = await ledger.ReadAsync(
            view => LookupStore.OpenEnquiriesAsync(view, written.Reference),
            cancellation
        );
        var now = clock.GetUtcNow();
        var view = ContactView.Of(row!, now) with
        {
            Routes = RouteView.All(profile, contact, [], now),
            Advice = ContactAdvice.Of(profile, contact, [], now),
            AlreadyThere = written.AlreadyThere,
            Warnings =
            [
                .. warnings,
                .. LongAgo(received, now),
                .. LeftOut(received, withheld),
                .. LevelToAskFor(contact),
            ],
            Earlier = earlier,
            Household = household,
            Follows = follows?.Reference,
        };
        return Results.Json(
            view,
            MashJson.Options,
            statusCode: written.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created
        );
    }

    private IEnumerable<FieldFault> LevelToAskFor(Contact contact) =>
        Outlook.NeedOf(profile.Thresholds, contact) is { AskReferrer: true } need
            ?
            [
                new FieldFault(
                    "concern.levelOfNeed",
                    $"is not stated, and professionals state it here by the {need.Guidance}",
                    "Ask the referrer; whoever rates or decides can put it on record (--level)"
                ),
            ]
            : [];

    private static IEnumerable<FieldFault> LongAgo(Contact received, DateTimeOffset now) =>
        now - received.ReceivedAt > LongAgoIs
            ?
            [
                new FieldFault(
                    "receivedAt",
                    $"lies more than {LongAgoIs.Days} days back, and the hub's clocks have run since then",
                    "Check the date; send it again with the right one if it is wrong (a sample: with --received-now)"
                ),
            ]
            : [];

    // Told to whoever hands it in, who knows it, and to nobody after.
    private static IEnumerable<FieldFault> LeftOut(Contact received, WithheldReferrer? withheld) =>
        received
            .People.Select((person, at) => (person.Code, at))
            .Where(person => withheld?.People.Any(other => other.Code == person.Code) == true)
            .Select(person => new FieldFault(
                $"people[{person.at}]",
                "seems to be the referrer and is kept with their identity, out of sight",
                "Nothing is to be done; whoever may know who referred can see it"
            ));
}
