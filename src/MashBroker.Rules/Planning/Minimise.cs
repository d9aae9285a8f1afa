using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>Cuts the people of a contact to what one agency may see of them.</summary>
internal static class Minimise
{
    public static IReadOnlyList<Subject> For(AgencyProfile agency, IEnumerable<Subject> people) =>
        [
            .. people
                .Where(person => agency.AskedAbout.Contains(person.Role))
                .Select(person =>
                    person with
                    {
                        Identifiers =
                        [
                            .. person.Identifiers.Where(identifier => agency.MaySee.Contains(identifier.Scheme)),
                        ],
                        // They speak of identifiers that this agency may not be shown; it checks those it gets itself.
                        Warnings = [],
                    }
                ),
        ];
}
