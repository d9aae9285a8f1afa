using System.Globalization;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// The last look at what of the case file stands in a pack. A pack must come in any case: a passage that would tell who referred or
/// where somebody hides, and that nobody let pass, is left out and said to be. ops/decisions/0097.
/// </summary>
/// <param name="Entries">The case file with a mark in the place of each such passage.</param>
/// <param name="Passages">How many there are.</param>
internal sealed record HeldBack(IReadOnlyList<CaseEntry> Entries, int Passages)
{
    public const string Mark = "[held back by the leak check; see 'mash contact overrides']";

    // All but what stands in no pack: a kind that is new is looked at until somebody says otherwise here.
    private static bool IsLookedAt(CaseEntry entry) =>
        entry.Statement
            is not (
                RecordsWithheld
                or Addendum
                or Feedback
                or SummaryGiven
                or FormLeftOut
                or CriterionAnswer
                or Note
                or Allocation
                or Challenge
                or ChallengeAnswer
            );

    /// <exception cref="MashBroker.Vault.ContentErasedException">What was kept of the family has been erased.</exception>
    public static async Task<HeldBack> FromAsync(
        LedgerSession ledger,
        ContactRow contact,
        IReadOnlyList<CaseEntry> entries
    )
    {
        var shown = entries.Where(IsLookedAt).ToArray();
        var held = await LeakGate.HeldBackAsync(
            ledger,
            contact,
            shown.SelectMany(entry => StatementTexts.Of(entry.Statement)).Distinct()
        );
        var passages = shown.Sum(entry => StatementTexts.Of(entry.Statement).Count(held.Contains));
        return passages == 0
            ? new HeldBack(entries, 0)
            : new HeldBack(
                [
                    .. entries.Select(entry =>
                        IsLookedAt(entry)
                            ? entry with
                            {
                                Statement = StatementTexts.Without(entry.Statement, held, Mark),
                            }
                            : entry
                    ),
                ],
                passages
            );
    }

    /// <summary>For the line of gaps; empty where nothing is held back.</summary>
    public static string InWords(int passages) =>
        passages switch
        {
            0 => "",
            1 => " One passage of the case file is held back by the leak check.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $" {passages} passages of the case file are held back by the leak check."
            ),
        };
}
