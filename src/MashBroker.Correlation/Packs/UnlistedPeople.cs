namespace MashBroker.Correlation.Packs;

/// <summary>
/// Somebody whom an agency names in this household and the contact does not list: a partner, a lodger, another child. Nobody
/// was asked about them.
/// </summary>
/// <param name="Name">As the first agency that names them writes it.</param>
public sealed record UnlistedPerson(string Name, IReadOnlyList<UnlistedMention> Mentions);

/// <param name="LivesWith">Code of the person of the enquiry whom the agency says they live with.</param>
/// <param name="Name">As this agency writes it.</param>
public sealed record UnlistedMention(
    string Agency,
    string AgencyName,
    string LivesWith,
    string Name,
    Contracts.Letters.RecordSource Source
);

/// <summary>Finds them in what agencies state, and takes two spellings for one person as the rest of the pack does.</summary>
internal static class UnlistedPeople
{
    public static IReadOnlyList<UnlistedPerson> Among(
        IReadOnlyList<PackAgency> agencies,
        IReadOnlyList<Contracts.Subject> subjects
    )
    {
        var listed = new ListedPeople(subjects);
        var people = new List<List<UnlistedMention>>();
        foreach (var mention in agencies.SelectMany(Mentions).Where(mention => !listed.MayHave(mention.Name)))
        {
            var known = people.Find(one => one.Exists(each => ListedPeople.MayBeOne(each.Name, mention.Name)));
            if (known is null)
            {
                people.Add([mention]);
            }
            else if (!known.Contains(mention))
            {
                known.Add(mention);
            }
        }

        return [.. people.Select(mentions => new UnlistedPerson(mentions[0].Name, mentions))];
    }

    private static IEnumerable<UnlistedMention> Mentions(PackAgency agency) =>
        from answer in agency.CurrentAnswers
        from record in answer.Records
        from fact in record.Facts
        where fact.Field is Contradictions.LivesWith
        select new UnlistedMention(agency.Agency, agency.Name, answer.Subject, fact.Value, record.Source);
}
