using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>The people of an enquiry once some are added or described anew.</summary>
/// <param name="Everybody">As described from now on.</param>
/// <param name="People">Those who are new or described anew, each with a code.</param>
internal sealed record DescribedAnew(IReadOnlyList<Subject> Everybody, IReadOnlyList<Subject> People)
{
    public IReadOnlyList<string> Codes => [.. People.Select(person => person.Code)];

    public static DescribedAnew In(OpenEnquiry enquiry, IReadOnlyList<Subject> people)
    {
        var before = enquiry.Content.Subjects;
        var next =
            before.Max(person => int.Parse(person.Code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)) + 1;
        var changed = new List<Subject>();
        for (var i = 0; i < people.Count; i++)
        {
            var person = people[i];
            if (person.Code.Length == 0)
            {
                changed.Add(person with { Code = string.Create(CultureInfo.InvariantCulture, $"S{next++}") });
            }
            else if (before.FirstOrDefault(each => each.Code == person.Code) is not { } known)
            {
                enquiry.Fault(
                    $"people[{i}].code",
                    "is nobody's in this enquiry",
                    "Leave the code of somebody new out: it is given out here"
                );
            }
            else if (known.Role != person.Role)
            {
                enquiry.Fault($"people[{i}].role", "is not the one this person has", "Add them as somebody new");
            }
            else
            {
                changed.Add(Over(known, person));
            }
        }

        return new DescribedAnew(
            [
                .. before.Select(each => changed.FirstOrDefault(person => person.Code == each.Code) ?? each),
                .. changed.Where(person => before.All(each => each.Code != person.Code)),
            ],
            changed
        );
    }

    // What is not said anew stands: whoever gives a date of birth need not repeat the address.
    private static Subject Over(Subject known, Subject said) =>
        said with
        {
            Names = [.. said.Names, .. known.Names.Where(name => !said.Names.Any(each => SameName(each, name)))],
            DateOfBirth = said.DateOfBirth ?? known.DateOfBirth,
            DateOfBirthQuality = said.DateOfBirth is null ? known.DateOfBirthQuality : said.DateOfBirthQuality,
            ExpectedDelivery = said.ExpectedDelivery ?? known.ExpectedDelivery,
            Gender = said.Gender ?? known.Gender,
            Addresses =
            [
                .. said.Addresses,
                .. known.Addresses.Where(each => !said.Addresses.Any(a => SamePlace(a, each))),
            ],
            Telephones = [.. said.Telephones.Union(known.Telephones)],
            Identifiers =
            [
                .. said.Identifiers,
                .. known.Identifiers.Where(each => said.Identifiers.All(number => number.Scheme != each.Scheme)),
            ],
            Relationship = said.Relationship ?? known.Relationship,
        };

    private static bool SameName(PersonName one, PersonName other) =>
        (one.Given, one.Family) == (other.Given, other.Family);

    private static bool SamePlace(Address one, Address other) =>
        one.Uprn == other.Uprn && one.Postcode == other.Postcode && one.Lines.SequenceEqual(other.Lines);
}
