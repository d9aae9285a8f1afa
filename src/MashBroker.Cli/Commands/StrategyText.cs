using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Strategy;
using MashBroker.Web.Strategy;

namespace MashBroker.Cli.Commands;

/// <summary>The strategy discussions of a case as a worker reads them at a prompt.</summary>
internal static class StrategyText
{
    public static void Print(StrategyView view)
    {
        Output.Line($"{view.Reference}: {view.Name ?? "this hub's profile has no strategy discussion"}");
        foreach (var quorum in view.Quorum)
        {
            var stands = quorum.StandsFor.Count == 0 ? "" : $", stands for {string.Join(", ", quorum.StandsFor)}";
            Output.Line($"  has to attend: {quorum.Name}{stands}");
        }

        foreach (var one in view.Discussions)
        {
            var quorate = one.Quorate switch
            {
                true => ", quorate",
                false => ", NOT QUORATE",
                _ => "",
            };
            Output.Line(
                $"{one.Number}  {WordsOf(one.State)}{quorate}  {Output.When(one.HeldAt ?? one.StartsAt)}, due {Output.When(one.DueAt)}{(one.MinutesOver is { } over ? $", {Output.Minutes(over)} OVER" : "")}"
            );
            if (one.LateBecause is { } late)
            {
                Output.Line($"     late because: {late}");
            }

            if (one.Cancelled is { } cancelled)
            {
                Output.Line($"     not held: {cancelled.Reason}");
                if (cancelled.NoneNeededBecause is { } because)
                {
                    Output.Line($"     none is needed: {because}");
                }
            }

            if (one.Record is { } record)
            {
                PrintRecord(record, view.Names);
            }
            else if (one.State is StrategyState.Called && one.Called is { } called)
            {
                Output.Line($"     invited: {Names(called.Invited, view.Names)}");
                if (called.Uninvited.Count > 0)
                {
                    Output.Line($"     not invited any more: {Names(called.Uninvited, view.Names)}");
                }

                string[] lead = [.. new[] { called.Lead, called.LedBy }.OfType<string>()];
                Output.Line($"     led by: {(lead.Length == 0 ? "nobody is named" : string.Join(", ", lead))}");
                if (called.Place is { } place)
                {
                    Output.Line($"     place: {place}");
                }
            }
        }

        if (view.Discussions.Count == 0 && view.Name is not null)
        {
            Output.Line("  none has been called");
        }
    }

    private static string WordsOf(StrategyState state) =>
        state switch
        {
            StrategyState.Called => "called for",
            StrategyState.Held => "held",
            StrategyState.Cancelled => "not held, it was for",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a discussion."),
        };

    private static string Names(IEnumerable<string> agencies, IReadOnlyDictionary<string, string> names) =>
        string.Join(", ", agencies.Select(code => names.GetValueOrDefault(code, code)));

    private static void PrintRecord(StrategyRecord record, IReadOnlyDictionary<string, string> agencies)
    {
        Output.Line($"     led by {record.Lead}, {record.LeadRole}");
        if (record.DepartsFromRole is { } other)
        {
            Output.Line($"     led by another than the hub's rule says because: {other}");
        }

        foreach (var (agency, part) in record.TookPart)
        {
            var names = string.Join(
                "; ",
                record.Attended.Where(each => each.Agency == agency).Select(each => each.Name)
            );
            Output.Line(
                $"     {agencies.GetValueOrDefault(agency, agency)}: {part}{(names.Length == 0 ? "" : $" ({names})")}"
            );
        }

        foreach (var decision in record.Decisions)
        {
            Output.Line($"     decided: {decision}");
        }

        if (record.NotQuorateBecause is { } because)
        {
            Output.Line($"     not quorate because: {because}");
        }
    }
}
