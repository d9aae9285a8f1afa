using System.Globalization;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Web.Decisions;

/// <summary>Looks at a decision before it stands on record: whether the hub's rules or what has happened meanwhile forbid it.</summary>
internal static class DecisionAct
{
    public static async Task<Act> LookAsync(
        LedgerTransaction change,
        HubProfile profile,
        EnquiryRow enquiry,
        Decision decision
    )
    {
        var rows = await DecisionStore.OfEnquiryAsync(change, enquiry.Reference);
        var absentees = Absentee.Among(
            await EnquiryStore.RequestsOfAsync(change, enquiry.Reference),
            enquiry.DecisionDueAt,
            change.Now
        );
        var contact = (await ContactStore.FindAsync(change, enquiry.ContactReference))!;
        return new Act(
            contact,
            async () =>
            {
                await DecisionStore.AddAsync(change, contact, enquiry, decision, absentees);
                await AfterDecision.StartAsync(change, profile, contact, decision.Outcome);
                await AfterDecision.StartForJoinedAsync(change, profile, enquiry.Reference, decision.Outcome);
            }
        )
        {
            Faults = DecisionPolicy.Check(profile, decision, [.. absentees.Select(absentee => absentee.InWords)]),
            Conflicts =
            [
                .. new[]
                {
                    Conflict(rows, enquiry, decision),
                    await UnreadAsync(change, enquiry, decision),
                    await UnjudgedAsync(change, enquiry, decision),
                }.OfType<FieldFault>(),
            ],
        };
    }

    private static FieldFault? Conflict(IReadOnlyList<DecisionRow> rows, EnquiryRow enquiry, Decision decision)
    {
        var standing = rows.Count == 0 ? null : rows[^1];
        if (standing is null)
        {
            return decision.Supersedes is null
                ? null
                : new FieldFault("supersedes", "names a decision, and there is none yet", "Leave it out.");
        }

        var number = standing.Number.ToString(CultureInfo.InvariantCulture);
        return decision.Supersedes == standing.Number
            ? null
            : new FieldFault(
                "supersedes",
                $"is not {number}, and decision {number} on {enquiry.Reference} stands",
                $"Say \"supersedes\": {number} to put this one in its place; both stay on record."
            );
    }

    // A decision in the place of another is made with every return that came since: whoever makes it says that they have read them.
    private static async Task<FieldFault?> UnjudgedAsync(
        LedgerTransaction change,
        EnquiryRow enquiry,
        Decision decision
    )
    {
        if (decision is not { PackVersion: null, Supersedes: not null })
        {
            return null;
        }

        var unjudged = (await AddendumStore.OfEnquiryAsync(change, enquiry.Reference))
            .Where(addendum => addendum is { JudgedAt: null, DecidedAnew: null })
            .SelectMany(addendum => addendum.Agencies)
            .Concat(await AddendumStore.AgenciesOwedAsync(change, enquiry.Reference))
            .ToHashSet();
        if (unjudged.Count == 0)
        {
            return null;
        }

        var names = (await EnquiryStore.RequestsOfAsync(change, enquiry.Reference))
            .Where(request => unjudged.Contains(request.Agency))
            .Select(request => request.AgencyName)
            .Distinct();
        return new FieldFault(
            "packVersion",
            $"is missing, and {string.Join(", ", names)} answered after the decision that this one replaces; nobody has said whether it matters",
            $"Read the newest version ({enquiry.PackVersion.ToString(CultureInfo.InvariantCulture)}), decide with it and name it."
        );
    }

    // Whoever names the version that they read has decided on that one: what came since is shown to them first.
    private static async Task<FieldFault?> UnreadAsync(LedgerTransaction change, EnquiryRow enquiry, Decision decision)
    {
        if (decision.PackVersion is not { } read)
        {
            return null;
        }

        var owed = await AddendumStore.AgenciesOwedAsync(change, enquiry.Reference);
        return read == enquiry.PackVersion && owed.Count == 0
            ? null
            : new FieldFault(
                "packVersion",
                owed.Count > 0
                    ? "is not all that is known: a return has come since that version"
                    : $"is not the newest, which is {enquiry.PackVersion.ToString(CultureInfo.InvariantCulture)}",
                decision.Supersedes is null
                    ? "Read the newest version, then decide and name it; or leave the version out."
                    : "Read the newest version, then decide and name it."
            );
    }
}
