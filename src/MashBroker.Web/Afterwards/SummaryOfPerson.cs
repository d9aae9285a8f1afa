using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>Somebody of the case, as the team that has to find and speak with them needs it.</summary>
/// <param name="people">Everybody of the case: a place that is protected for one of them is for all.</param>
/// <param name="at">Addresses that were left before this are of the past.</param>
/// <param name="isReferrerNamed">
/// False where a member of the public referred: how people are related is then told in the words of somebody who stays anonymous.
/// </param>
internal sealed class SummaryOfPerson(IReadOnlyList<Subject> people, DateTimeOffset at, bool isReferrerNamed)
{
    private const string ProtectedPlace = "at a protected address; ask the hub";

    private readonly ProtectedPlaces _hidden = new(people);

    public SummaryPerson Make(Subject person)
    {
        Address[] now =
        [
            .. person
                .Addresses.Where(address => address.To is not { } left || left >= DateOnly.FromDateTime(at.UtcDateTime))
                .Select(_hidden.Hide),
        ];
        // Whoever hides somewhere is looked for nowhere else: the hub is asked first. A landline tells where it is.
        var hides = now.Any(address => address.Protected);
        return new SummaryPerson(
            person.Code,
            SummaryText.InWords(person.Role),
            person.Names.Count == 0 ? "" : $"{person.Names[0].Given} {person.Names[0].Family}".Trim(),
            person.DateOfBirth
        )
        {
            Relationship = isReferrerNamed ? person.Relationship : null,
            Address = hides ? ProtectedPlace : InWords(now),
            Telephones = hides ? [] : person.Telephones,
        };
    }

    private static string? InWords(Address[] now) =>
        now is not [var first, ..] ? null
        : first.NoFixedAddress ? "no fixed address"
        : string.Join(", ", first.Lines.Append(first.Postcode).Where(line => !string.IsNullOrWhiteSpace(line)));
}
