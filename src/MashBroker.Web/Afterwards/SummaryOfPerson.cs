using MashBroker.Contracts;

namespace MashBroker.Web.Afterwards;

/// <summary>Somebody of the case, as the team that has to find and speak with them needs it.</summary>
internal static class SummaryOfPerson
{
    private const string ProtectedPlace = "at a protected address; ask the hub";

    /// <param name="at">Addresses that were left before this are of the past.</param>
    public static SummaryPerson Make(Subject person, DateTimeOffset at) =>
        new(
            person.Code,
            SummaryText.InWords(person.Role),
            person.Names.Count == 0 ? "" : $"{person.Names[0].Given} {person.Names[0].Family}".Trim(),
            person.DateOfBirth
        )
        {
            Relationship = person.Relationship,
            Address = AddressOf([
                .. person.Addresses.Where(address =>
                    address.To is not { } left || left >= DateOnly.FromDateTime(at.UtcDateTime)
                ),
            ]),
            Telephones = person.Telephones,
        };

    // Whoever hides somewhere is looked for nowhere else: the hub is asked first.
    private static string? AddressOf(IReadOnlyList<Address> now) =>
        now.Any(address => address.Protected) ? ProtectedPlace
        : now.Count == 0 ? null
        : now[0].NoFixedAddress ? "no fixed address"
        : string.Join(", ", now[0].Lines.Append(now[0].Postcode).Where(line => !string.IsNullOrWhiteSpace(line)));
}
