using MashBroker.Adapters.Probation.Cases;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Probation;

/// <summary>
/// The searches that together find a person in spite of a misspelt name, a wrong date, exchanged names or an old address.
/// </summary>
internal static class PersonSearches
{
    public static IReadOnlyList<PersonSearch> For(Subject subject)
    {
        var searches = new List<PersonSearch>();
        searches.AddRange(
            Numbers(subject, IdentifierScheme.CaseReferenceNumber).Select(n => new PersonSearch { Crn = n })
        );
        searches.AddRange(Numbers(subject, IdentifierScheme.PncId).Select(n => new PersonSearch { PncNumber = n }));
        searches.AddRange(Numbers(subject, IdentifierScheme.CroNumber).Select(n => new PersonSearch { CroNumber = n }));
        searches.AddRange(
            Numbers(subject, IdentifierScheme.NomsNumber).Select(n => new PersonSearch { NomsNumber = n })
        );

        foreach (var name in subject.Names)
        {
            var first = SearchTerms.FirstGiven(name);
            foreach (var surname in SearchTerms.FamilyParts(name))
            {
                searches.Add(new PersonSearch { FirstName = first, Surname = surname });
                searches.Add(new PersonSearch { FirstName = surname, Surname = first });
                searches.AddRange(
                    SearchTerms
                        .Postcodes(subject)
                        .Select(postcode => new PersonSearch { Surname = surname, Postcode = postcode })
                );
                searches.Add(new PersonSearch { Surname = surname, DateOfBirth = subject.DateOfBirth });
            }

            searches.AddRange(
                SearchTerms
                    .Postcodes(subject)
                    .Select(postcode => new PersonSearch { FirstName = first, Postcode = postcode })
            );
            searches.Add(new PersonSearch { FirstName = first, DateOfBirth = subject.DateOfBirth });
        }

        searches.AddRange(
            SearchTerms
                .Postcodes(subject)
                .Select(postcode => new PersonSearch { DateOfBirth = subject.DateOfBirth, Postcode = postcode })
        );
        return searches.Select(WithoutBlanks).Where(Narrow).Distinct().ToList();
    }

    // The system compares numbers as text, and they are written in more ways than one.
    private static IEnumerable<string> Numbers(Subject subject, string scheme) =>
        SearchKeys
            .Identifiers(subject, scheme)
            .Select(number => number.ToUpperInvariant())
            .Distinct(StringComparer.Ordinal);

    private static PersonSearch WithoutBlanks(PersonSearch search) =>
        search with
        {
            FirstName = string.IsNullOrWhiteSpace(search.FirstName) ? null : search.FirstName,
            Surname = string.IsNullOrWhiteSpace(search.Surname) ? null : search.Surname,
        };

    // One name alone would bring hundreds of strangers; a number alone brings one person.
    private static bool Narrow(PersonSearch search) =>
        (search.Crn ?? search.PncNumber ?? search.CroNumber ?? search.NomsNumber) is not null
        || new object?[] { search.FirstName, search.Surname, search.DateOfBirth, search.Postcode }.Count(p =>
            p is not null
        ) >= 2;
}
