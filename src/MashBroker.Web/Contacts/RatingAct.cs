using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Sharing;

namespace MashBroker.Web.Contacts;

/// <summary>Confirms a rating in one transaction with all that stands in its way, so that of two at once the later sees the earlier.</summary>
internal static class RatingAct
{
    // The statements are made by the hub of what is said here.
    private static readonly CaseEntryKind[] Kinds =
    [
        CaseEntryKinds.Of<CriterionAnswer>(),
        CaseEntryKinds.Of<Departure>(),
    ];

    /// <param name="misread">What is wrong with the form of what was sent: refused with whatever else stands in the way.</param>
    public static async Task<Rated> WriteAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        RatingDecision decision,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if ((await ContactStore.FindAsync(change, row.Reference))!.State is not ContactState.Triaged)
        {
            return new Rated(false);
        }

        var twice = await AskedOnce.WouldBeAskedTwiceAsync(change, row.Reference);
        var leak = await LeakGate.CheckSaidAsync(change, row, Texts(decision), Kinds);
        var (title, faults) = await StandingInTheWayAsync(change, profile, row, decision, twice, misread);
        if (leak is not null || faults.Count > 0)
        {
            return new Rated(false)
            {
                Title = title,
                Faults = faults,
                Leak = leak,
            };
        }

        if (
            !await ContactStore.ConfirmRatingAsync(
                change,
                row.Reference,
                decision.Rating,
                decision.By,
                decision.Role,
                decision.Reason,
                decision.LevelOfNeed
            )
        )
        {
            return new Rated(false);
        }

        await LeakGate.KeepPassedAsync(change, row, decision.By);
        foreach (var statement in decision.OnRecord)
        {
            await CaseFile.AddAsync(change, row, statement);
        }

        if (twice)
        {
            await CaseFile.AddAsync(
                change,
                row,
                new Departure
                {
                    By = decision.By,
                    Role = decision.Role,
                    From = DepartureFrom.AskedOnce,
                    Reason = decision.AskTwiceBecause!,
                }
            );
        }

        return new Rated(true);
    }

    // Everything at once: whoever rates a child at risk is not sent back for one thing after another.
    private static async Task<(string Title, IReadOnlyList<FieldFault> Faults)> StandingInTheWayAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        RatingDecision decision,
        bool twice,
        IReadOnlyList<FieldFault> misread
    )
    {
        List<(string Title, IReadOnlyList<FieldFault> Faults)> standing =
        [
            ("The rating was not accepted. Nothing was published.", misread),
        ];
        if (await SharingStop.FindAsync(change, profile, row) is { } stop)
        {
            standing.Add((SharingStop.Title, [SharingStop.Fault(stop)]));
        }

        if (string.IsNullOrWhiteSpace(decision.Reason) && await WasRefusedAsync(change, profile, row))
        {
            standing.Add(
                (
                    "Nothing was published: the parents' agreement was refused.",
                    [
                        new FieldFault(
                            "reason",
                            "is missing, and the parents' agreement was refused",
                            $"S{SharingRecord.WhyItGoesAhead[1..]}."
                        ),
                    ]
                )
            );
        }

        if (twice && decision.AskTwiceBecause is null && misread.All(fault => fault.Path != AskedOnce.Field))
        {
            standing.Add(
                (
                    "Nothing was published: agencies are asked once about a household.",
                    await AskedOnce.FaultsAsync(change, row.Reference)
                )
            );
        }

        var told = standing.Where(each => each.Faults.Count > 0).ToArray();
        return (
            told switch
            {
                [var only] => only.Title,
                [{ Title: var first }, ..] when misread.Count > 0 => first,
                _ => "Nothing was published.",
            },
            [.. told.SelectMany(each => each.Faults)]
        );
    }

    private static IEnumerable<OutgoingText> Texts(RatingDecision decision) =>
        new[]
        {
            new OutgoingText("by", decision.By, IsField: true),
            new OutgoingText("role", decision.Role, IsField: true),
            new OutgoingText("reason", decision.Reason ?? ""),
            new OutgoingText(AskedOnce.Field, decision.AskTwiceBecause ?? ""),
        }
            .Concat(decision.Said)
            .Where(text => text.Text.Length > 0);

    private static async Task<bool> WasRefusedAsync(LedgerTransaction change, HubProfile profile, ContactRow row)
    {
        var contact = await LookupStore.ReadAsync(change, row, profile.Zone);
        var onRecord = await SharingFile.ReadAsync(change, row.Reference, contact);
        return onRecord.AsksWhyItGoesAhead(profile, contact, change.Now);
    }
}

/// <summary>What came of a rating. Neither confirmed nor refused for anything named: the contact is not waiting for one.</summary>
internal sealed record Rated(bool Confirmed)
{
    /// <summary>What came of it, where there are faults.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of its form, and of what stands in its way.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>What the words of the decision would tell.</summary>
    public LeakReport? Leak { get; init; }
}
