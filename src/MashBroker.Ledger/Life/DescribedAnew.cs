using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>The people of an enquiry once some are added or described anew.</summary>
/// <param name="Everybody">As described from now on.</param>
/// <param name="People">Those who are new or described anew, each with a code.</param>
internal sealed record DescribedAnew(IReadOnlyList<Subject> Everybody, IReadOnlyList<Subject> People)
{
    public IReadOnlyList<string> Codes => [.. People.Select(person => person.Code)];

    /// <param name="somebodyElse">
    /// Whom somebody new resembles and is not: a code of the enquiry, or somebody of the same telling, e.g. <c>people[0]</c>.
    /// </param>
    public static DescribedAnew In(
        OpenEnquiry enquiry,
        IReadOnlyList<Subject> people,
        IReadOnlyList<string> somebodyElse
    )
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
                RefuseTwice(enquiry, people, i, somebodyElse);
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

    // Told twice, somebody would be two people: asked about twice, and half known as each.
    private static void RefuseTwice(
        OpenEnquiry enquiry,
        IReadOnlyList<Subject> people,
        int index,
        IReadOnlyList<string> somebodyElse
    )
    {
        var person = people[index];
        foreach (var known in enquiry.Content.Subjects)
        {
            // Whoever is described anew beside them is not them.
            if (
                !somebodyElse.Contains(known.Code)
                && people.All(each => each.Code != known.Code)
                && LookupTerms.SeemOnePerson(person, known)
            )
            {
                enquiry.Fault(
                    $"people[{index}]",
                    $"seems to be {known.Code}, who is of this enquiry already",
                    $"If it is the same person, give the code {known.Code}; if it is somebody else, name {known.Code} in somebodyElse"
                );
            }
        }

        for (var before = 0; before < index; before++)
        {
            var other = $"people[{before}]";
            if (
                people[before].Code.Length == 0
                && !somebodyElse.Contains(other)
                && LookupTerms.SeemOnePerson(person, people[before])
            )
            {
                enquiry.Fault(
                    $"people[{index}]",
                    $"seems to be {other} once more",
                    $"If it is the same person, describe them once; if it is somebody else, name {other} in somebodyElse"
                );
            }
        }
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
