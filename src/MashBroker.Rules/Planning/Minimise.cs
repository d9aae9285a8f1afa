using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>Cuts the people of a contact to what one agency may see of them.</summary>
internal static class Minimise
{
    public static IReadOnlyList<Subject> For(AgencyProfile agency, IReadOnlyList<Subject> people)
    {
        var hidden = agency.MaySee.Contains(AgencyProfile.ProtectedAddress) ? null : new ProtectedPlaces(people);
        return
        [
            .. people
                .Where(person => agency.AskedAbout.Contains(person.Role))
                .Select(person =>
                    person with
                    {
                        Addresses = hidden is null ? person.Addresses : [.. person.Addresses.Select(hidden.Hide)],
                        Identifiers =
                        [
                            .. person.Identifiers.Where(identifier =>
                                agency.MaySee.Contains(identifier.Scheme) && hidden?.IsOne(identifier) != true
                            ),
                        ],
                        // They speak of identifiers that this agency may not be shown; it checks those it gets itself.
                        Warnings = [],
                    }
                ),
        ];
    }
}
