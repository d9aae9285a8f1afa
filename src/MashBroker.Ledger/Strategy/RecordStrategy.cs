using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Strategy;

/// <summary>
/// Puts a discussion that was held on record: who came for whom, and what was decided. It is quorate only if everybody was there
/// whom the hub's rule asks for, whatever they returned; otherwise it stands on record as not quorate, with the reason.
/// </summary>
public static class RecordStrategy
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    public static async Task<StrategyChange> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        StrategyRecord said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (profile.StrategyDiscussion is not { } rule)
        {
            return StrategyChange.Refused(StrategyChange.All(misread, CallStrategy.NoRule));
        }

        var called = await StrategyStore.CalledAsync(ledger, contact.Reference);
        var former = called is null ? null : await CallStrategy.FormerAsync(ledger, contact, called.Number);
        var attendance = StrategyAttendance.Of(
            rule,
            [.. said.Attended.Select(each => each.Agency)],
            [.. said.Apologies.Select(each => each.Agency)],
            [.. said.InWriting, .. await ReturnedAsync(ledger, contact)],
            former?.Also ?? []
        );
        var time = new HubTime(profile.Zone);
        // Where its limit has ended, nobody is late with another.
        var due = called?.DueAt ?? (await CallStrategy.LimitAsync(ledger, contact))?.DueAt;
        var before = WhenItWasHeld.WhyLateWhenCalled(former);
        IEnumerable<FieldFault> faults =
        [
            .. WhenItWasHeld.Check(
                profile,
                contact,
                said,
                called,
                await StrategyStore.OfCaseAsync(ledger, contact.Reference)
            ),
            .. WhenItWasHeld.CheckWhyLate(time, said, due, said.LateBecause ?? before),
            .. StrategyLead.Check(profile, said.HeldAt, said.LeadRole, said.DepartsFromRole),
            .. Check(profile, said),
            .. CheckTwice(said),
            // Who came cannot be reckoned from half a list.
            .. misread.Any(fault => fault.Path.StartsWith("attended", StringComparison.Ordinal))
                ? []
                : CheckQuorum(profile, said, attendance),
        ];
        if (StrategyChange.All(misread, faults) is { Count: > 0 } all)
        {
            return StrategyChange.Refused(all);
        }

        // One that was held without having been called, on the telephone say, is none the less held.
        var number =
            called?.Number
            ?? await StrategyStore.AddAsync(
                ledger,
                contact,
                await CallStrategy.DueAsync(ledger, contact, outlook: null),
                said.HeldAt,
                said.HeldAt
            );
        await StrategyStore.HoldAsync(ledger, contact.Reference, number, said.HeldAt, attendance.Quorate);
        if (attendance.Quorate is not false)
        {
            await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.StrategyDiscussion);
        }

        var minutesOver = WhenItWasHeld.MinutesOver(said.HeldAt, due);
        await CaseFile.AddAsync(
            ledger,
            contact,
            said with
            {
                Number = number,
                Quorate = attendance.Quorate,
                MinutesOver = minutesOver,
                TookPart = attendance
                    // Whoever was told not to come is not absent.
                    .Agencies.Where(each =>
                        each.Value is not TookPart.Absent || former?.Without.Contains(each.Key) != true
                    )
                    .ToDictionary(each => each.Key, each => each.Value.InWords()),
            }
        );
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.StrategyHeld,
            contact.EnquiryReference,
            contact.Reference,
            $"{number}, {Words(attendance.Quorate)}{InTime(minutesOver, due)}{(said.DepartsFromRole is null ? "" : ", led by another than the hub's rule says")}"
        );
        if (contact.EnquiryReference is { } enquiry)
        {
            await EnquiryChanges.NoteAsync(ledger, enquiry);
        }

        return new StrategyChange
        {
            Number = number,
            Quorate = attendance.Quorate,
            Remarks = [.. Remarks(attendance.Quorate, minutesOver)],
        };
    }

    private static IEnumerable<string> Remarks(bool? quorate, int? minutesOver)
    {
        if (minutesOver is { } over)
        {
            yield return $"It was held {Counted.Minutes(over)} after its limit.";
        }

        if (quorate is false)
        {
            yield return "It stands on record as not quorate, and the limit runs on: call another, or cancel, saying why none is needed any more.";
        }
    }

    private static string InTime(int? minutesOver, DateTimeOffset? due) =>
        minutesOver is { } over ? $", {Counted.Minutes(over)} over"
        : due is null ? ""
        : ", in time";

    private static string Words(bool? quorate) =>
        quorate switch
        {
            true => "quorate",
            false => "not quorate",
            _ => "no quorum is asked for",
        };

    // Refused, could not look, wants more details and silent are no information: only what was said of the people stands in.
    private static async Task<IEnumerable<string>> ReturnedAsync(LedgerTransaction ledger, ContactRow contact) =>
        contact.EnquiryReference is { } enquiry
            ? (await EnquiryStore.RequestsOfAsync(ledger, enquiry))
                .Where(request => request.Answer is AnswerKind.Held or AnswerKind.NothingKnown && !request.IsOpen)
                .Select(request => request.Agency)
            : [];

    private static IEnumerable<FieldFault> CheckTwice(StrategyRecord said)
    {
        for (var i = 1; i < said.Attended.Count; i++)
        {
            var one = said.Attended[i];
            var before = said.Attended.Take(i).ToList().FindIndex(each => IsSame(each, one));
            if (before >= 0)
            {
                yield return new FieldFault($"attended[{i}]", $"is attended[{before}] once more", "Leave it out");
            }
        }

        for (var i = 0; i < said.InWriting.Count; i++)
        {
            if (said.Attended.Any(each => each.Agency == said.InWriting[i]))
            {
                yield return new FieldFault(
                    $"inWriting[{i}]",
                    "is an agency that attended",
                    "Leave one of the two out: whoever was there needs nothing in writing"
                );
            }
        }
    }

    private static bool IsSame(StrategyAttendee one, StrategyAttendee other) =>
        one.Agency == other.Agency
        && string.Equals(one.Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FieldFault> Check(HubProfile profile, StrategyRecord said)
    {
        var named = said
            .Attended.Select((each, i) => (each.Agency, Path: $"attended[{i}].agency"))
            .Concat(said.Apologies.Select((each, i) => (each.Agency, Path: $"apologies[{i}].agency")))
            .Concat(said.InWriting.Select((agency, i) => (Agency: agency, Path: $"inWriting[{i}]")));
        foreach (var (agency, path) in named)
        {
            if (profile.Agencies.All(each => each.Code != agency))
            {
                yield return CallStrategy.AgencyFault(path, profile);
            }
        }

        foreach (
            var agency in said.Apologies.Select(each => each.Agency).Intersect(said.Attended.Select(a => a.Agency))
        )
        {
            yield return new FieldFault("apologies", $"names {agency}, which attended", "Leave one of the two out");
        }
    }

    private static IEnumerable<FieldFault> CheckQuorum(
        HubProfile profile,
        StrategyRecord said,
        StrategyAttendance attendance
    )
    {
        if (attendance.Quorate is not false)
        {
            if (said.NotQuorateBecause is not null)
            {
                yield return new FieldFault(
                    "notQuorateBecause",
                    "is given, and nobody is missing whom the hub's rule asks for",
                    "Leave it out"
                );
            }

            yield break;
        }

        if (said.NotQuorateBecause is null)
        {
            foreach (var agency in attendance.Missing)
            {
                var name = profile.Agencies.First(each => each.Code == agency).Name;
                yield return new FieldFault(
                    "attended",
                    $"names nobody from {name}, and a return does not stand in for it",
                    "Name who came for it, or say in notQuorateBecause why it was held without"
                );
            }
        }
    }
}
