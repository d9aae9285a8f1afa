using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Strategy;

/// <summary>When a discussion was held: not before it could have been, recorded once, and within its limit or with the reason.</summary>
internal static class WhenItWasHeld
{
    /// <param name="called">The one that is called; null where none is.</param>
    /// <param name="all">All of the case.</param>
    public static IEnumerable<FieldFault> Check(
        HubProfile profile,
        ContactRow contact,
        StrategyRecord said,
        StrategyRow? called,
        IReadOnlyList<StrategyRow> all
    ) => [.. CheckTime(profile, contact, said, called), .. CheckOnce(profile, said, called, all)];

    /// <param name="due">Its limit; null where none runs.</param>
    /// <param name="why">Why it was late, said now or when it was called.</param>
    public static IEnumerable<FieldFault> CheckWhyLate(
        HubTime time,
        StrategyRecord said,
        DateTimeOffset? due,
        string? why
    )
    {
        if (said.HeldAt > due && why is null)
        {
            yield return new FieldFault(
                "lateBecause",
                $"is missing, and it had to be held by {time.Say(due.Value)}",
                "Say why it was not, in a sentence"
            );
        }

        if (!(said.HeldAt > due) && said.LateBecause is not null)
        {
            yield return new FieldFault("lateBecause", "is given, and it was not held after a limit", "Leave it out");
        }
    }

    /// <summary>The reason that was given for holding it late when it was called or moved; null where it was not to be late.</summary>
    public static string? WhyLateWhenCalled(StrategyCall? call) => call?.StartsAt > call?.DueAt ? call!.Reason : null;

    /// <returns>Whole minutes over the limit; null in time and where there is none.</returns>
    public static int? MinutesOver(DateTimeOffset heldAt, DateTimeOffset? due) =>
        heldAt > due ? (int)Math.Ceiling((heldAt - due.Value).TotalMinutes) : null;

    private static IEnumerable<FieldFault> CheckTime(
        HubProfile profile,
        ContactRow contact,
        StrategyRecord said,
        StrategyRow? called
    )
    {
        if (said.HeldAt < ToTheMinute(contact.ReceivedAt))
        {
            yield return new FieldFault(
                "heldAt",
                "is before the hub was told of the child",
                "Check the date and the time"
            );
        }
        else if (called is not null && said.HeldAt < ToTheMinute(called.CalledAt))
        {
            yield return new FieldFault(
                "heldAt",
                $"is before discussion {called.Number} was called, on {new HubTime(profile.Zone).Say(called.CalledAt)}",
                "Check the date and the time; if another was held before, cancel the one that is called first"
            );
        }
    }

    // People put down the minute.
    private static DateTimeOffset ToTheMinute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));

    // One discussion on record three times would be three to whoever reads the case.
    private static IEnumerable<FieldFault> CheckOnce(
        HubProfile profile,
        StrategyRecord said,
        StrategyRow? called,
        IReadOnlyList<StrategyRow> all
    )
    {
        if (called is not null && said.Another is true)
        {
            yield return new FieldFault(
                "another",
                $"is given, and discussion {called.Number} is called",
                "Leave it out: what is recorded is the one that is called"
            );
        }

        if (all.LastOrDefault(each => each.State is StrategyState.Held) is not { HeldAt: { } before } last)
        {
            yield break;
        }

        if (all.FirstOrDefault(each => each.HeldAt == said.HeldAt) is { } same)
        {
            yield return new FieldFault(
                "heldAt",
                $"is when discussion {same.Number} was held, which is on record",
                "Nothing is left to do; put what the record lacks down as a note"
            );
        }
        else if (called is null && said.Another is not true)
        {
            yield return new FieldFault(
                "another",
                $"is missing, and discussion {last.Number}, held on {new HubTime(profile.Zone).Say(before)}, is on record",
                "If it is that one, put what the record lacks down as a note; if it is another one, call it first, or say \"another\": true where it was held already"
            );
        }
    }
}
