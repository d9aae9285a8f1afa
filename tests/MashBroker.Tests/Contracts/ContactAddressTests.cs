using System.Text.Json.Nodes;
using MashBroker.Contracts;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LeastContact;

namespace MashBroker.Tests.Contracts;

/// <summary>Addresses and numbers at the door: what looks wrong is carried with a warning and never refused.</summary>
public sealed class ContactAddressTests
{
    [Test]
    public void An_address_can_be_protected_with_its_place_or_without()
    {
        var form = Least();
        form["people"]![0]!["addresses"] = JsonNode.Parse(
            """[{ "protected": true }, { "lines": ["12 Hidden Row"], "protected": true }]"""
        );
        form["concernSummary"] = "Neglect, seen at school.";
        var contact = Taken(form);
        Assert.That(contact.People[0].Addresses, Has.Count.EqualTo(2));
        Assert.That(contact.People[0].Addresses.All(address => address.Protected));
        Assert.That(contact.ConcernSummary, Is.EqualTo("Neglect, seen at school."));
    }

    [Test]
    public void No_fixed_address_is_a_fact_and_needs_nothing_else()
    {
        var form = Least();
        form["people"]![0]!["addresses"] = JsonNode.Parse("""[{ "noFixedAddress": true, "from": "2026-01-05" }]""");
        Assert.That(Taken(form).People[0].Addresses.Single().NoFixedAddress);
    }

    [TestCase("nhs-number", "9434765871")]
    [TestCase("upn", "A801200005001")]
    [TestCase("uln", "1000000001")]
    [TestCase("pnc", "2001/0171310S", true)]
    [TestCase("pnc", "1980/0163001B")]
    [TestCase("cro", "65656/91J")]
    public void A_check_digit_that_fails_is_a_warning_on_the_person_and_never_a_refusal(
        string scheme,
        string value,
        bool malformed = false
    )
    {
        var reading = Read(WithIdentifier(scheme, value));
        if (malformed)
        {
            Assert.That(reading.Faults.Single().Path, Is.EqualTo("people[0].identifiers[0].value"));
            return;
        }

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Single().Path, Is.EqualTo("people[0].identifiers[0].value"));
        var child = reading.Contact!.People[0];
        Assert.That(child.Warnings.Single(), Does.Contain("check digit does not hold").And.Not.Contain(value));
        Assert.That(child.Identifiers.Single(), Is.EqualTo(new Identifier(scheme, value)));
    }

    [Test]
    public void A_number_that_holds_is_kept_as_written_without_a_warning()
    {
        var reading = Read(WithIdentifier("nhs-number", "943 476 5870"));
        Assert.That(reading.Warnings, Is.Empty);
        Assert.That(reading.Contact!.People[0].Identifiers[0].Value, Is.EqualTo("943 476 5870"));
        Assert.That(reading.Contact.People[0].Warnings, Is.Empty);
    }

    [Test]
    public void A_number_of_an_unknown_scheme_is_carried_with_a_warning()
    {
        var reading = Read(WithIdentifier("library-card", "L-17"));
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Single().Path, Is.EqualTo("people[0].identifiers[0].scheme"));
    }

    [Test]
    public void A_foreign_postcode_is_carried_with_a_warning()
    {
        var form = Least();
        form["people"]![0]!["addresses"] = JsonNode.Parse("""[{ "lines": ["ul. Próżna 1"], "postcode": "00-107" }]""");
        var reading = Read(form);
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Single().Path, Is.EqualTo("people[0].addresses[0].postcode"));
    }

    private static JsonNode WithIdentifier(string scheme, string value)
    {
        var form = Least();
        form["people"]![0]!["identifiers"] = new JsonArray(new JsonObject { ["scheme"] = scheme, ["value"] = value });
        return form;
    }
}
