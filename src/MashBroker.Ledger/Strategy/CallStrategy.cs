using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Strategy;

/// <summary>
/// Calls a strategy discussion under the hub's limit, or moves the one that is called. The limit runs from the first moment it
/// was called for, by a person or by the hub's rule, and moving the discussion does not move it.
/// </summary>
public static class CallStrategy
{
    /// <param name="places">Where the hub's settings say that such discussions are held; no other words leave in an invitation.</param>
    /// <param name="misread">What is wrong with the form of what is said.</param>
    public static async Task<StrategyChange> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        StrategyCall said,
        IReadOnlyCollection<string> places,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (profile.StrategyDiscussion is not { } rule)
        {
            return StrategyChange.Refused(StrategyChange.All(misread, NoRule));
        }

        var outlook = StrategyOutlook.Of(
            profile,
            await LookupStore.ReadAsync(ledger, contact, profile.Zone),
            ledger.Now
        );
        var called = await StrategyStore.CalledAsync(ledger, contact.Reference);
        var former = called is null ? null : await FormerAsync(ledger, contact, called.Number);
        var faults = new List<FieldFault>([.. Check(profile, said, places), .. CheckWithout(rule, said, former)]);
        if (former is not null)
        {
            // Moving a discussion is not the same as asking others to another place: what is not said anew stands.
            said = said with
            {
                Place = said.Place ?? former.Place,
                Also = [.. former.Also.Union(said.Also).Except(said.Without)],
                Without = [.. former.Without.Except(said.Also).Union(said.Without)],
            };
        }

        var due = await DueAsync(ledger, contact, outlook);
        if (
            string.IsNullOrWhiteSpace(said.Reason)
            && WhyAReason(ledger, new HubTime(profile.Zone), said, outlook, called, due) is { } why
        )
        {
            faults.Add(new FieldFault("reason", $"is missing, and {why}", "Say why in a sentence"));
        }

        if (StrategyChange.All(misread, faults) is { Count: > 0 } all)
        {
            return StrategyChange.Refused(all);
        }

        var ends = said.StartsAt.AddMinutes(said.Minutes);
        if (called is not null)
        {
            await StrategyStore.MoveAsync(ledger, called, said.StartsAt, ends);
        }

        var number = called?.Number ?? await StrategyStore.AddAsync(ledger, contact, due, said.StartsAt, ends);
        await CaseClocks.StartAsync(ledger, contact, CaseClockKind.StrategyDiscussion, due);
        var clock = new HubClock(profile);
        var open = clock.IsOpen(said.StartsAt);
        var ledBy = clock.StrategyLead(said.StartsAt);
        var invited = StrategyAttendance.Invited(rule, said.Also).Except(said.Without).ToArray();
        await CaseFile.AddAsync(
            ledger,
            contact,
            said with
            {
                Number = number,
                DueAt = due,
                LedBy = ledBy,
                Invited = invited,
                Uninvited = [.. (former?.Invited ?? []).Except(invited)],
            }
        );
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.StrategyCalled,
            contact.EnquiryReference,
            contact.Reference,
            $"{number}, {(called is null ? "" : "moved, ")}held at {said.StartsAt:u}, due {due:u}"
        );
        return new StrategyChange
        {
            Number = number,
            StartsAt = said.StartsAt,
            Remarks = [.. Remarks(profile, said, outlook, due, open, ledBy)],
        };
    }

    /// <summary>
    /// Starts the limit where the hub's rule calls for a discussion, so that one nobody calls is seen too: as soon as triage knows of
    /// the risk, whether an enquiry is published or not.
    /// </summary>
    public static async Task StartClockAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        Contact content,
        DateTimeOffset decisionDue
    )
    {
        // One that was held, or of which somebody said why none is needed, is not owed again when the enquiry is published.
        if (
            StrategyOutlook.Of(profile, content, ledger.Now, decisionDue) is { } outlook
            && (await CaseClocks.OfCaseAsync(ledger, contact.Reference)).All(clock =>
                clock.Kind is not CaseClockKind.StrategyDiscussion
            )
        )
        {
            var due = outlook.Due.At;
            await CaseClocks.StartAsync(ledger, contact, CaseClockKind.StrategyDiscussion, due);
        }
    }

    /// <summary>Whether the limit of a discussion runs.</summary>
    public static async Task<bool> IsOwedAsync(LedgerSession ledger, ContactRow contact) =>
        await LimitAsync(ledger, contact) is not null;

    internal static FieldFault NoRule { get; } =
        new(
            "strategyDiscussion",
            "is nothing that this hub's profile knows",
            "Put what was discussed on record as a note, or add the section to the profile"
        );

    /// <summary>What was said when this discussion was called or moved last; null where nobody called it.</summary>
    internal static async Task<StrategyCall?> FormerAsync(LedgerTransaction ledger, ContactRow contact, int number) =>
        (await CaseFile.ReadAsync(ledger, contact.Reference, CaseEntryKinds.Of<StrategyCall>().Code))
            .Select(entry => (StrategyCall)entry.Statement)
            .LastOrDefault(call => call.Number == number);

    /// <summary>The limit that runs; null where none does.</summary>
    internal static async Task<CaseClock?> LimitAsync(LedgerSession ledger, ContactRow contact) =>
        (await CaseClocks.OfCaseAsync(ledger, contact.Reference)).FirstOrDefault(clock =>
            clock is { Kind: CaseClockKind.StrategyDiscussion, EndedAt: null }
        );

    internal static async Task<DateTimeOffset> DueAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        StrategyOutlook? outlook
    )
    {
        if (await LimitAsync(ledger, contact) is { } running)
        {
            return running.DueAt;
        }

        var enquiry = contact.EnquiryReference is { } reference
            ? await EnquiryStore.FindAsync(ledger, reference)
            : null;
        // A contact has its clock within moments; until then there is nothing to be late for.
        return outlook?.Due.At ?? enquiry?.DecisionDueAt ?? contact.DecisionDueAt ?? ledger.Now.AddDays(1);
    }

    private static IEnumerable<FieldFault> Check(
        HubProfile profile,
        StrategyCall said,
        IReadOnlyCollection<string> places
    )
    {
        for (var i = 0; i < said.Also.Count; i++)
        {
            if (profile.Agencies.All(agency => agency.Code != said.Also[i]))
            {
                yield return AgencyFault($"also[{i}]", profile);
            }
        }

        if (said.Place is not null && !places.Contains(said.Place))
        {
            yield return new FieldFault(
                "place",
                "is none that the settings name",
                places.Count == 0
                    ? "Leave it out, or name places in Strategy:Places"
                    : $"Give one of {string.Join(", ", places)}"
            );
        }
    }

    private static IEnumerable<FieldFault> CheckWithout(StrategyRule rule, StrategyCall said, StrategyCall? former)
    {
        for (var i = 0; i < said.Without.Count; i++)
        {
            var agency = said.Without[i];
            if (former is null || !former.Invited.Contains(agency))
            {
                yield return new FieldFault($"without[{i}]", "was not invited", "Leave it out: nobody expects it");
            }
            else if (rule.Quorum.Any(each => each.Agency == agency))
            {
                yield return new FieldFault(
                    $"without[{i}]",
                    "has to attend by the hub's rule",
                    "Leave it out; if it is held without that agency, the record says why"
                );
            }
            else if (said.Also.Contains(agency))
            {
                yield return new FieldFault($"without[{i}]", "is in also as well", "Leave one of the two out");
            }
        }
    }

    internal static FieldFault AgencyFault(string path, HubProfile profile) =>
        new(
            path,
            "is no agency of this hub",
            $"Give one of {string.Join(", ", profile.Agencies.Select(agency => agency.Code))}"
        );

    private static string? WhyAReason(
        LedgerTransaction ledger,
        HubTime time,
        StrategyCall said,
        StrategyOutlook? outlook,
        StrategyRow? called,
        DateTimeOffset due
    ) =>
        called is not null ? "the discussion is moved"
        : outlook is null ? "the hub's rule does not call for a discussion here"
        : said.StartsAt > due && due < ledger.Now ? $"it is overdue: it had to have been held by {time.Say(due)}"
        : said.StartsAt > due ? $"it would be held after {time.Say(due)}, when it has to have been"
        : null;

    private static IEnumerable<string> Remarks(
        HubProfile profile,
        StrategyCall said,
        StrategyOutlook? outlook,
        DateTimeOffset due,
        bool open,
        string? ledBy
    )
    {
        if (said.StartsAt > due)
        {
            yield return $"It is held {Counted.Minutes((int)Math.Ceiling((said.StartsAt - due).TotalMinutes))} after it has to have been.";
        }
        else if (outlook is { AimedAt: { } aim, MayWait: false } && said.StartsAt > aim.At)
        {
            yield return $"This hub aims at {new HubTime(profile.Zone).Say(aim.At)}.";
        }

        if (outlook is { MayWait: true })
        {
            yield return "The child is not at immediate risk: by this hub's rule it may wait for the next working day.";
        }

        if (!open)
        {
            yield return (ledBy, profile.OutOfHours) switch
            {
                ({ } lead, _) => $"It is held while the hub is closed, and led by: {lead}.",
                (null, { } team) => $"It is held while the hub is closed: {team.Name} has to know.",
                _ => "It is held while the hub is closed, and the hub names nobody for that time.",
            };
        }
    }
}
