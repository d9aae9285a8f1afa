using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Families;

public sealed class FamilyGeneratorTests
{
    [Test]
    public void Makes_the_same_families_from_the_same_seed()
    {
        var first = Json(new FamilyGenerator(7).Make(100));
        Assert.That(Json(new FamilyGenerator(7).Make(100)), Is.EqualTo(first));
    }

    [Test]
    public void Makes_other_families_from_another_seed()
    {
        Assert.That(Json(new FamilyGenerator(7).Make(30)), Is.Not.EqualTo(Json(new FamilyGenerator(8).Make(30))));
    }

    [Test]
    public void Makes_every_kind_of_mistake_that_can_be_drawn()
    {
        var made = new FamilyGenerator(3)
            .Make(400)
            .Members()
            .SelectMany(person => person.KnownTo.Values.SelectMany(records => records))
            .SelectMany(record => record.Errors)
            .Distinct();
        Assert.That(
            made,
            Is.SupersetOf(
                new[]
                {
                    "misspelt",
                    "transcription",
                    "short-name",
                    "initial-only",
                    "given-and-family-exchanged",
                    "half-of-double-name",
                    "punctuation-dropped",
                    "accents-dropped",
                    "latin-spelling",
                    "alias",
                    "previous-name",
                    "day-and-month-exchanged",
                    "digit-wrong",
                    "no-date-of-birth",
                    "old-address",
                    "no-address",
                }
            )
        );
    }

    [Test]
    public void Makes_no_two_people_of_one_name_and_date_of_birth()
    {
        var people = new FamilyGenerator(11)
            .Make(600)
            .Everybody()
            .Where(person => person.DateOfBirth is not null)
            .Select(person => (person.Names[0].Given, person.Names[0].Family, person.DateOfBirth));
        Assert.That(people, Is.Unique);
    }

    [Test]
    public void Gives_no_record_and_no_number_to_two_people()
    {
        var families = new FamilyGenerator(5).Make(300);
        Assert.That(families.Everybody().SelectMany(person => person.Identifiers).ToList(), Is.Unique);
        Assert.That(
            AgencyCode
                .All.SelectMany(agency => new ExpectedMatches(families, agency).AllRecords())
                .Select(held => held.RecordId)
                .ToList(),
            Is.Unique
        );
    }

    private static string Json(SampleFamilies families) => JsonSerializer.Serialize(families, MashJson.Options);
}
