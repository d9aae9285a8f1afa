namespace MashBroker.Correlation.Packs;

// The household: each person with what every agency said of them, whom nobody listed, and what was said beside the returns.
internal sealed partial class PackPage
{
    private void PersonByPerson()
    {
        if (_pack.People.Count == 0)
        {
            return;
        }

        _page.Element("h2", "Person by person").Line();
        _page.Table(
            "What each agency said of each person",
            ["Person", "Agency", "Answer", "Records"],
            _pack.People.SelectMany(person => person.Answers.Select(answer => Row(person, answer)))
        );
    }

    private IReadOnlyList<Action<Page>> Row(PackPerson person, PersonAnswer answer) =>
        [
            page => page.Words(_names.GetValueOrDefault(person.Subject, person.Subject)),
            page => page.Text(answer.AgencyName),
            page =>
                page.Element("span", Words.Of(answer.Standing), "class=\"standing\"")
                    .Text(answer.Reason is null ? "" : " ")
                    .Words(answer.Reason),
            page => page.Text(Number(answer.Records)),
        ];

    private void Unlisted()
    {
        if (_pack.Unlisted.Count == 0)
        {
            return;
        }

        _page.Element("h2", "People whom nobody listed").Line();
        _page.Table(
            "Named by agencies in this household; nobody was asked about them",
            ["Name", "Who says so"],
            _pack.Unlisted.Select(each =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Words(each.Name),
                        page =>
                            page.List(
                                each.Mentions.Select(mention =>
                                    $"{mention.AgencyName}: {mention.Name} lives with {_names.GetValueOrDefault(mention.LivesWith, mention.LivesWith)}"
                                    + $" ({mention.Source.System} {mention.Source.RecordId})"
                                )
                            ),
                    ]
            )
        );
    }

    private void Views()
    {
        if (_pack.Views.Count == 0)
        {
            return;
        }

        _page.Element("h2", "Views of the family, professionals and the referrer").Line();
        _page.Table(
            "What they said when the hub asked, earliest first",
            ["When", "Whose", "What they said", "Recorded by"],
            _pack.Views.Select(view =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(_time.Say(view.GivenAt)).Text(view.How is null ? "" : ", ").Words(view.How),
                        page =>
                            page.Text($"{Words.OfView(view.Of)}: ")
                                .Words(view.Giver)
                                .Text(view.Subject is { } subject ? $" ({subject})" : ""),
                        page => page.Words(view.Text),
                        page => page.Words(view.RecordedBy),
                    ]
            )
        );
    }
}
