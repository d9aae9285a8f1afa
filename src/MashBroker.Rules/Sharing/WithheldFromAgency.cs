using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// What the hub holds of the people of an enquiry and does not tell one agency. Kinds and counts, never a value: it may be
/// shown to whoever sees the enquiry.
/// </summary>
public sealed record WithheldFromAgency
{
    /// <summary>Numbers cut from the request, by scheme.</summary>
    public required IReadOnlyList<WithheldNumbers> Numbers { get; init; }

    /// <summary>Addresses sent without their place because they are protected.</summary>
    public required int ProtectedAddresses { get; init; }

    /// <summary>Codes of the people whom this agency is not asked about.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>e.g. <c>2 UPNs, 1 protected address, S2 and S3</c>; null where all was told.</summary>
    public string? InWords()
    {
        string[] parts =
        [
            .. Numbers.Select(number => Words.Count(number.Count, PlainNames.OfNumber(number.Scheme))),
            .. ProtectedAddresses == 0
                ? Array.Empty<string>()
                : [ProtectedAddresses == 1 ? "1 protected address" : $"{ProtectedAddresses} protected addresses"],
            .. People.Count == 0 ? Array.Empty<string>() : [$"everything about {Words.List(People)}"],
        ];
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>Of everybody of an enquiry as they are described now.</summary>
    public static WithheldFromAgency Of(AgencyProfile agency, Contact contact)
    {
        var people = new ReferrerProtection(contact).People;
        return Between(agency, people, Minimise.For(agency, people));
    }

    internal static WithheldFromAgency Between(
        AgencyProfile agency,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> told
    )
    {
        var asked = told.ToDictionary(person => person.Code);
        var about = people.Where(person => asked.ContainsKey(person.Code)).ToArray();
        return new WithheldFromAgency
        {
            Numbers =
            [
                .. about
                    .SelectMany(person =>
                        person
                            .Identifiers.GroupBy(identifier => identifier.Scheme)
                            .Select(held => new WithheldNumbers(
                                held.Key,
                                held.Count()
                                    - asked[person.Code].Identifiers.Count(identifier => identifier.Scheme == held.Key)
                            ))
                    )
                    .GroupBy(number => number.Scheme)
                    .Select(all => new WithheldNumbers(all.Key, all.Sum(number => number.Count)))
                    .Where(number => number.Count > 0),
            ],
            // An address without place that was given so is the contact's; only what the agency lacks and the hub has counts.
            ProtectedAddresses = about.Sum(person =>
                person.Addresses.Zip(asked[person.Code].Addresses).Count(pair => pair.First != pair.Second)
            ),
            People =
            [
                .. people.Where(person => !agency.AskedAbout.Contains(person.Role)).Select(person => person.Code),
            ],
        };
    }
}

/// <param name="Scheme">Code of <see cref="IdentifierScheme"/>, or of another that the contact stated.</param>
public sealed record WithheldNumbers(string Scheme, int Count);
