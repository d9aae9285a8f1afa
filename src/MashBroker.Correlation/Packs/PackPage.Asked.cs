using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

// Who was asked and what came of it, and what was done after publication.
internal sealed partial class PackPage
{
    private void Asked()
    {
        _page.Element("h2", "Who was asked, and what came of it").Line();
        foreach (var agency in _pack.Agencies.Where(agency => agency.NotTold is not null))
        {
            _page.Element("p", $"Withheld from {agency.Name}: {agency.NotTold}.", "class=\"note\"").Line();
        }

        _page.Table(
            "Each agency of the hub",
            ["Agency", "Answer", "Asked about", "Sent", "Receipted", "Answered", "Against the clock"],
            _pack.Agencies.Select(agency =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(agency.Name),
                        page =>
                            page.Element("span", Words.Of(agency), "class=\"standing\"")
                                .Text(Because(agency) is { } reason ? $" ({reason})" : "")
                                .Text(agency.InPart ? " in part, more to come" : ""),
                        page =>
                            page.Text(agency.AskedAbout.Count == 0 ? "Nobody" : string.Join(", ", agency.AskedAbout)),
                        page => page.Text(Maybe(agency.SentAt)),
                        page => page.Text(Maybe(agency.ReceiptedAt)),
                        page => page.Text(Maybe(agency.AnsweredAt)),
                        page => Clock(page, agency),
                    ]
            )
        );
    }

    private void Changes()
    {
        if (_pack.Changes.Count == 0)
        {
            return;
        }

        _page.Element("h2", "What was done after publication").Line();
        _page.Table(
            "In the order in which it was put on record",
            ["When", "What", "Why", "By"],
            _pack.Changes.Select(change =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(_time.Say(change.At)),
                        page => page.Words(change.What),
                        page => page.Words(change.Reason),
                        page => page.Words($"{change.By}, {change.Role}"),
                    ]
            )
        );
    }

    private static string? Because(PackAgency agency)
    {
        var reasons = agency
            .CurrentAnswers.Where(answer => answer is { Kind: AnswerKind.Held, Records.Count: 0 })
            .Select(answer => answer.Reason)
            .OfType<string>()
            .Distinct();
        return agency.NotAskedReason ?? (string.Join("; ", reasons) is { Length: > 0 } said ? said : null);
    }

    private void Clock(Page page, PackAgency agency)
    {
        if (agency.Standing is Standing.NotAsked or Standing.Withdrawn)
        {
            page.Text(agency.WithdrawnAt is { } withdrawn ? $"Withdrawn {_time.Say(withdrawn)}." : "No clock")
                .Text(agency.AnsweredAfterWithdrawal ? " Answered before the withdrawal reached it." : "")
                .Text(agency.AnsweredBeforeWithdrawal ? " Had answered before." : "");
            return;
        }

        page.Text($"Due {_time.Say(agency.DueAt)}. ")
            .Text(agency.Chasers == 0 ? "" : $"Reminded {Counted.Of(agency.Chasers, "time")}. ");
        if (agency.Late)
        {
            page.Element("span", agency.AnsweredAt is null ? "Late." : "Answered late.", "class=\"mark\"").Text(" ");
        }

        if (agency.Missing)
        {
            page.Element("span", "Missing when the decision was due.", "class=\"mark\"");
        }

        if (agency is { Late: false, Missing: false })
        {
            page.Text(agency.AnsweredAt is null ? "Time left." : "In time.");
        }
    }
}
