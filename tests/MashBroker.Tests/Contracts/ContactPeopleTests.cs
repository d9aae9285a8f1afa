using System.Text.Json.Nodes;
using FsCheck.Fluent;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LeastContact;

namespace MashBroker.Tests.Contracts;

/// <summary>The people of a contact: their codes, who comes first, and when they were or will be born.</summary>
public sealed class ContactPeopleTests
{
    [TestCase("2024-02-29", null)]
    [TestCase("2000-02-29", null)]
    [TestCase("1900-01-01", null)]
    [TestCase("2026-03-02", null)]
    [TestCase("2025-02-29", "does not exist")]
    [TestCase("1900-02-29", "does not exist")]
    [TestCase("2024-13-01", "does not exist")]
    [TestCase("1899-12-31", "before 1900")]
    [TestCase("0001-01-01", "before 1900")]
    [TestCase("2026-03-03", "in the future")]
    [TestCase("9999-12-31", "in the future")]
    [TestCase("29/02/2024", "YYYY-MM-DD")]
    [TestCase("2024-2-9", "YYYY-MM-DD")]
    [TestCase("2024-02-29T00:00:00Z", "YYYY-MM-DD")]
    [TestCase("٢٠٢٤-٠٢-٢٩", "YYYY-MM-DD")]
    public void A_date_of_birth_is_a_day_that_was(string date, string? fault)
    {
        var form = Least();
        form["people"]![0]!["dateOfBirth"] = date;
        var faults = Read(form).Faults;
        Assert.That(
            faults.Select(one => one.Path),
            Is.EqualTo(fault is null ? Array.Empty<string>() : ["people[0].dateOfBirth"])
        );
        Assert.That(fault is null || faults[0].Fault.Contains(fault, StringComparison.Ordinal));
    }

    [Test]
    public void A_child_born_after_midnight_of_summer_time_is_not_born_in_the_future()
    {
        var form = Least();
        form["people"]![0]!["dateOfBirth"] = "2026-07-02";
        var justAfterMidnight = new DateTimeOffset(2026, 7, 1, 23, 20, 0, TimeSpan.Zero);
        Assert.That(ContactDoor.Read(Bytes(form), justAfterMidnight).Faults, Is.Empty);
        Assert.That(ContactDoor.Read(Bytes(form), justAfterMidnight.AddHours(-1)).Faults, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_unborn_child_has_an_expected_delivery_and_needs_no_name()
    {
        var form = Least();
        form["people"]![0] = JsonNode.Parse("""{ "role": "unborn-child", "expectedDelivery": "2026-06-20" }""");
        var child = Taken(form).People[0];
        Assert.That(child.Role, Is.EqualTo(SubjectRole.UnbornChild));
        Assert.That(child.ExpectedDelivery, Is.EqualTo(new DateOnly(2026, 6, 20)));
        Assert.That(child.Names, Is.Empty);
    }

    [Test]
    public void Somebody_who_is_born_has_no_expected_delivery()
    {
        var form = Least();
        form["people"]![0]!["expectedDelivery"] = "2026-06-20";
        Assert.That(PathsOfFaults(form), Is.EqualTo(["people[0].expectedDelivery"]));
    }

    [Test]
    public void An_expected_delivery_in_another_year_is_taken_with_a_warning()
    {
        var form = Least();
        form["people"]![0] = JsonNode.Parse("""{ "role": "unborn-child", "expectedDelivery": "2027-06-20" }""");
        var reading = Read(form);
        Assert.That(reading.Warnings.Single().Path, Is.EqualTo("people[0].expectedDelivery"));
        Assert.That(reading.Contact!.People[0].Warnings, Has.Count.EqualTo(1));
    }

    [Test]
    public void Codes_are_given_out_in_order_around_those_that_the_sender_gave()
    {
        var form = Least();
        foreach (var code in (string?[])["S2", null, "S7", null])
        {
            var person = JsonNode.Parse("""{ "role": "sibling", "names": [{ "given": "Ida" }] }""")!;
            person["code"] = code;
            form["people"]!.AsArray().Add(person);
        }

        Assert.That(Taken(form).People.Select(person => person.Code), Is.EqualTo(["S1", "S2", "S3", "S7", "S4"]));
    }

    [Test]
    public void A_code_given_twice_or_a_first_that_is_not_S1_is_refused()
    {
        var form = Least();
        form["people"]![0]!["code"] = "S2";
        foreach (var code in (string[])["S3", "S3", "child"])
        {
            var person = JsonNode.Parse("""{ "role": "sibling", "names": [{ "given": "Ida" }] }""")!;
            person["code"] = code;
            form["people"]!.AsArray().Add(person);
        }

        Assert.That(PathsOfFaults(form), Is.EqualTo(["people[0].code", "people[2].code", "people[3].code"]));
    }

    [Test]
    public void Without_anybody_there_is_no_contact()
    {
        var form = Least();
        form["people"] = new JsonArray();
        Assert.That(PathsOfFaults(form), Is.EqualTo(["people"]));
    }

    [Test]
    public void The_first_person_is_the_child()
    {
        var form = Least();
        form["people"]![0]!["role"] = "parent";
        Assert.That(PathsOfFaults(form), Is.EqualTo(["people[0].role"]));
    }
}
