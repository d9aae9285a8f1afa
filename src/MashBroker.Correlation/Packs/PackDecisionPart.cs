using System.Globalization;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>The part of the page about the decision; nothing while there is none.</summary>
internal static class PackDecisionPart
{
    public static void Write(Page page, Pack pack, HubTime time)
    {
        if (pack.Decision is not { } decision)
        {
            return;
        }

        page.Element("h2", "Decision").Line();
        if (pack.Addendum is { } addendum)
        {
            var agencies = string.Join(
                ", ",
                pack.Agencies.Where(agency => addendum.Agencies.Contains(agency.Agency)).Select(agency => agency.Name)
            );
            page.Raw("<p>")
                .Element(
                    "strong",
                    $"Addendum {Number(addendum.Number)}: {agencies} answered after the decision, which stays as it was. It was made on version {Number(decision.FrozenVersion ?? 0)}."
                )
                .Raw("</p>")
                .Line();
        }

        page.Raw("<dl>");
        Fact(page, "Outcome", decision.OutcomeName);
        Fact(
            page,
            "Decided",
            time.Say(decision.DecidedAt)
                + (decision.MinutesOver is { } over ? $", {Counted.Minutes(over)} over the limit" : ", in time")
        );
        Fact(page, "By", $"{decision.By}, {decision.Role}");
        if (decision.With.Count > 0)
        {
            Fact(page, "Together with", string.Join("; ", decision.With.Select(one => $"{one.Name}, {one.Role}")));
        }

        if (decision.Recommended.Count > 0)
        {
            Fact(
                page,
                "Recommended",
                string.Join("; ", decision.Recommended.Select(one => $"{one.OutcomeName} by {one.By}, {one.Role}"))
            );
        }

        if (decision.Why is { } why)
        {
            Fact(page, "Why not as recommended", why);
        }

        if (decision.Supersedes is { } former)
        {
            Fact(page, "In the place of", $"decision {Number(former)}");
        }

        Fact(page, "Reason", decision.Reason);
        Fact(
            page,
            "Decided without",
            decision.Absentees.Count == 0
                ? "Nobody: every agency had answered"
                : string.Join("; ", decision.Absentees.Select(absentee => absentee.InWords))
        );
        if (decision.Considered is { } considered)
        {
            Fact(page, "What was thought of that", considered);
        }

        page.Raw("</dl>").Line();
    }

    private static void Fact(Page page, string term, string words) =>
        page.Element("dt", term).Raw("<dd>").Words(words).Raw("</dd>");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
