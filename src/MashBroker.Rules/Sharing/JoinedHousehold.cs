using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What an enquiry gains by a further contact about the same household.</summary>
public static class JoinedHousehold
{
    /// <param name="same">Whether two descriptions are of one person.</param>
    /// <returns>
    /// Those of the contact who are new, without a code, and those of whom it says more than is known, under the code they have.
    /// Whoever seems to be a referrer who stays anonymous is none of them.
    /// </returns>
    public static IReadOnlyList<Subject> People(
        Contact joining,
        IReadOnlyList<Subject> known,
        Func<Subject, Subject, bool> same
    ) =>
        [
            .. new ReferrerProtection(joining)
                .People.Select(person => (Person: person, Known: known.FirstOrDefault(each => same(each, person))))
                .Where(pair => pair.Known is null || SaysMore(pair.Person, pair.Known))
                .Select(pair =>
                    pair.Person with
                    {
                        Code = pair.Known?.Code ?? "",
                        Role = pair.Known?.Role ?? RoleInTheOther(pair.Person.Role),
                        // In the words of a referrer who spoke of another child.
                        Relationship = null,
                    }
                ),
        ];

    // An enquiry is about one child first: the child of another contact is a sibling there.
    private static SubjectRole RoleInTheOther(SubjectRole role) =>
        role is SubjectRole.Child ? SubjectRole.Sibling : role;

    private static bool SaysMore(Subject said, Subject known) =>
        said.Identifiers.Any(number => known.Identifiers.All(each => each.Scheme != number.Scheme))
        || (said.DateOfBirth is not null && said.DateOfBirth != known.DateOfBirth)
        || said.Addresses.Any(address =>
            known.Addresses.All(each =>
                each.Postcode != address.Postcode
                || !each.Lines.SequenceEqual(address.Lines)
                || each.NoFixedAddress != address.NoFixedAddress
            )
        )
        || said.Telephones.Except(known.Telephones).Any()
        || said.Names.Any(name => known.Names.All(each => (each.Given, each.Family) != (name.Given, name.Family)));
}
