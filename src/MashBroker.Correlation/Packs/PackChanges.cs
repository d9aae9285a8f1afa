using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>What named persons changed of an enquiry after it was published, from the case file.</summary>
internal static class PackChanges
{
    public static IReadOnlyList<PackChange> Of(PackSource source)
    {
        var names = source
            .Requests.GroupBy(request => request.Agency)
            .ToDictionary(each => each.Key, each => each.First().AgencyName);
        var time = new HubTime(source.Zone);
        return [.. source.Case.Select(entry => Of(entry, names, time)).OfType<PackChange>()];
    }

    private static PackChange? Of(CaseEntry entry, IReadOnlyDictionary<string, string> names, HubTime time)
    {
        var (what, reason) = entry.Statement switch
        {
            Rerating said => (Words(said, time), Reason(said)),
            NewFacts said => (Words(said, names), Join(said.Reason, said.Facts)),
            Chase said => ($"Reminded: {List(said.Chased, names)}", null),
            AskingLater said => (
                $"{(said.Again ? "Asked again, by another request" : "Asked later")}: {List([said.Agency], names)}",
                said.Reason
            ),
            EnquiryWithdrawal said => (Words(said, names), said.Reason),
            StrategyCall said => (Words(said, names, time), said.Reason),
            StrategyCancellation said => ("The strategy discussion is not held.", said.Reason),
            StrategyRecord said => (Words(said, names, time), Reason(said)),
            _ => ((string?)null, (string?)null),
        };
        return what is null
            ? null
            : new PackChange(entry.At, entry.Kind.Code, what, entry.Statement.By, entry.Statement.Role, reason);
    }

    private static string Words(Rerating said, HubTime time) =>
        $"Rated {said.Rating}, {said.Before} before."
        + (said.ReturnDueAt is { } returns ? $" Returns due {time.Say(returns)}." : "")
        + (said.DecisionDueAt is { } decision ? $" Decision due {time.Say(decision)}." : "");

    private static string? Reason(Rerating said) =>
        said.LaterBecause is { } later ? $"{said.Reason} Later deadlines because: {later}" : said.Reason;

    private static string Words(NewFacts said, IReadOnlyDictionary<string, string> names)
    {
        var people = said.People.Count == 0 ? "" : $" about {string.Join(", ", said.People.Select(one => one.Code))}";
        return $"New facts{people}. Asked by it: {List(said.Asked, names)}. Told: {List(said.Told, names)}.";
    }

    private static string Words(EnquiryWithdrawal said, IReadOnlyDictionary<string, string> names) =>
        (said.Agency is null ? "The whole enquiry was withdrawn." : "A request was withdrawn.")
        + $" Need not answer any more: {List([.. said.Withdrawn.Except(said.AnsweredBefore)], names)}."
        + (
            said.AnsweredBefore.Count == 0
                ? ""
                : $" Had answered before, which stands under the withdrawal: {List(said.AnsweredBefore, names)}."
        );

    private static string Words(StrategyCall said, IReadOnlyDictionary<string, string> names, HubTime time) =>
        $"Strategy discussion {said.Number} called for {time.Say(said.StartsAt)}."
        + (said.DueAt is { } due ? $" Due {time.Say(due)}." : "")
        + $" Invited: {List(said.Invited, names)}.";

    private static string Words(StrategyRecord said, IReadOnlyDictionary<string, string> names, HubTime time)
    {
        var quorate = said.Quorate switch
        {
            true => "quorate",
            false => "NOT QUORATE",
            _ => "no quorum is asked for",
        };
        var attended = said.Attended.Select(each =>
            $"{each.Name}, {each.Role}, for {names.GetValueOrDefault(each.Agency, each.Agency)}"
        );
        var others = said
            .TookPart.Where(each => said.Attended.All(attendee => attendee.Agency != each.Key))
            .Select(each => $"{names.GetValueOrDefault(each.Key, each.Key)}: {each.Value}");
        return $"Strategy discussion {said.Number} held {time.Say(said.HeldAt)}, {quorate}, led by {said.Lead}, {said.LeadRole}."
            + (said.MinutesOver is { } over ? $" That was {Counted.Minutes(over)} after its limit." : "")
            + $" Attended: {string.Join("; ", attended)}."
            + (others.ToArray() is { Length: > 0 } rest ? $" {string.Join("; ", rest)}." : "");
    }

    private static string? Reason(StrategyRecord said) =>
        string.Join(
            " ",
            said.Decisions.Select((decision, at) => $"Decision {at + 1}: {decision}")
                .Concat(said.NotQuorateBecause is { } because ? [$"Held without quorum because: {because}"] : [])
                .Concat(said.LateBecause is { } late ? [$"Held late because: {late}"] : [])
                .Concat(
                    said.DepartsFromRole is { } other
                        ? [$"Led by another than the hub's rule says because: {other}"]
                        : []
                )
        );

    private static string Join(string reason, string? facts) => facts is null ? reason : $"{reason} {facts}";

    private static string List(IReadOnlyList<string> agencies, IReadOnlyDictionary<string, string> names) =>
        agencies.Count == 0
            ? "nobody"
            : string.Join(", ", agencies.Select(code => names.GetValueOrDefault(code, code)));
}
