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

    public static async Task<Rated> WriteAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        RatingDecision decision
    )
    {
        if (await LeakGate.CheckSaidAsync(change, row, Texts(decision), Kinds) is { } leak)
        {
            return new Rated(false) { Leak = leak };
        }

        if (await SharingStop.FindAsync(change, profile, row) is { } stop)
        {
            return new Rated(false) { Stop = stop };
        }

        if (string.IsNullOrWhiteSpace(decision.Reason) && await WasRefusedAsync(change, profile, row))
        {
            return new Rated(false)
            {
                Title = "Nothing was published: the parents' agreement was refused.",
                Faults =
                [
                    new FieldFault(
                        "reason",
                        "is missing, and the parents' agreement was refused",
                        $"S{SharingRecord.WhyItGoesAhead[1..]}."
                    ),
                ],
            };
        }

        var twice = await AskedOnce.WouldBeAskedTwiceAsync(change, row.Reference);
        if (
            twice
            && decision.AskTwiceBecause is null
            && (await ContactStore.FindAsync(change, row.Reference))!.State is ContactState.Triaged
        )
        {
            return new Rated(false)
            {
                Title = "Nothing was published: agencies are asked once about a household.",
                Faults = await AskedOnce.FaultsAsync(change, row.Reference),
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

    private static IEnumerable<OutgoingText> Texts(RatingDecision decision) =>
        new[]
        {
            new OutgoingText("role", decision.Role, IsField: true),
            new OutgoingText("reason", decision.Reason ?? ""),
            new OutgoingText(AskedOnce.Field, decision.AskTwiceBecause ?? ""),
        }
            .Concat(
                decision
                    .OnRecord.OfType<CriterionAnswer>()
                    .Select((said, at) => Text($"answers[{at}].reason", said.Reason))
            )
            .Concat(decision.OnRecord.OfType<Departure>().Select(said => Text("departsFromRole", said.Reason)))
            .Where(text => text.Text.Length > 0);

    private static OutgoingText Text(string path, string text) => new(path, text);

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
    /// <summary>The decision not to share that stands in its way.</summary>
    public SharingDecision? Stop { get; init; }

    /// <summary>What came of it, where there are faults.</summary>
    public string Title { get; init; } = "";

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>What the words of the decision would tell.</summary>
    public LeakReport? Leak { get; init; }
}
