using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LeastContact;

namespace MashBroker.Tests.Contracts;

/// <summary>A contact as a whole: what is filled in, what is refused, and how much is said about it at once.</summary>
public sealed class ContactDoorTests
{
    [Test]
    public void The_least_contact_is_taken_and_what_is_left_out_filled_in()
    {
        var contact = Taken(Least());
        Assert.That(contact.ReceivedAt, Is.EqualTo(Now));
        Assert.That(contact.People.Select(person => person.Code), Is.EqualTo(["S1"]));
        Assert.That(contact.People[0].Names[0].Use, Is.EqualTo(NameUse.Current));
        Assert.That(contact.DoNotInformFamily, Is.False);
    }

    [Test]
    public void Everything_wrong_is_reported_at_once_with_its_path_and_no_value()
    {
        var reading = Read(
            """
            {
              "referrer": { "kind": "CANARY", "name": "CANARY\u202E", "email": "CANARY" },
              "receivedAt": "2026-03-02T12:00:01Z",
              "people": [
                {
                  "role": "parent",
                  "names": [{ "given": "", "family": "" }],
                  "dateOfBirth": "2025-02-29",
                  "addresses": [{ "noFixedAddress": true, "postcode": "CANARY" }, {}],
                  "identifiers": [{ "scheme": "nhs-number", "value": "CANARY" }, { "scheme": "upn" }],
                  "telephones": ["CANARY\n"]
                },
                { "role": "unborn-child", "dateOfBirth": "2026-01-01", "CANARY oh": 1 },
                "CANARY"
              ],
              "concern": { "summary": " ", "kinds": ["neglct"], "levelOfNeed": 5, "immediateRisk": "yes" },
              "missingEpisodes": [{ "from": "2026-02-02T10:00:00Z", "until": "2026-02-01T10:00:00Z" }],
              "previousReferrals": [{ "on": "2027-01-01" }],
              "doNotInfromFamily": true
            }
            """
        );
        string[] paths =
        [
            "referrer.kind",
            "referrer.name",
            "referrer.email",
            "receivedAt",
            "people[0].names[0].given",
            "people[0].dateOfBirth",
            "people[0].addresses[0].noFixedAddress",
            "people[0].addresses[1].lines",
            "people[0].identifiers[0].value",
            "people[0].identifiers[1].value",
            "people[0].telephones[0]",
            "people[1].dateOfBirth",
            "people[1].expectedDelivery",
            "people[1].(not a field name)",
            "people[2]",
            "concern.summary",
            "concern.kinds[0]",
            "concern.levelOfNeed",
            "concern.immediateRisk",
            "missingEpisodes[0].until",
            "previousReferrals[0].on",
            "doNotInfromFamily",
        ];
        Assert.That(reading.Contact, Is.Null);
        Assert.That(reading.Faults.Select(fault => fault.Path), Is.EquivalentTo(paths));
        Assert.That(reading.Faults.Select(fault => fault.Fault), Has.None.Empty);
        Assert.That(reading.Faults.Select(fault => fault.Remedy), Has.None.Empty);
        Assert.That(string.Join(' ', reading.Faults.Concat(reading.Warnings)), Does.Not.Contain("CANARY"));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{\"people\":[],\"people\":[]}")]
    [TestCase("{\"concern\":{\"levelOfNeed\":NaN}}")]
    [TestCase("{} // later")]
    [TestCase("\uFEFF{}")]
    public void What_is_no_strict_JSON_object_is_refused_as_a_whole(string json)
    {
        var faults = Read(json).Faults;
        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(["contact"]));
    }

    [Test]
    public void A_contact_nested_10000_deep_is_refused() =>
        Assert.That(Read(new string('[', 10_000)).Faults, Has.Count.EqualTo(1));

    [Test]
    public void Invalid_UTF_8_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Least().ToJsonString());
        bytes[^3] = 0xFF;
        Assert.That(ContactDoor.Read(bytes, Now).Faults.Single().Fault, Is.EqualTo("cannot be read"));
    }

    [Test]
    public void A_contact_of_the_greatest_size_is_taken_and_one_byte_more_is_not()
    {
        var full = new byte[ContactDoor.SizeLimit];
        full.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(Least().ToJsonString()).CopyTo(full, 0);
        Assert.That(ContactDoor.Read(full, Now).Contact, Is.Not.Null);
        Assert.That(ContactDoor.Read([.. full, (byte)' '], Now).Faults.Single().Fault, Is.EqualTo("is too large"));
    }

    [TestCase("date_of_birth", "dateOfBirth")]
    [TestCase("DateOfBirth", "dateOfBirth")]
    [TestCase("adresses", "addresses")]
    [TestCase("identifer", "identifiers")]
    public void A_misspelt_field_is_refused_with_the_one_that_was_meant(string written, string meant)
    {
        var form = Least();
        form["people"]![0]![written] = "x";
        var fault = Read(form).Faults.Single();
        Assert.That(fault.Path, Is.EqualTo($"people[0].{written}"));
        Assert.That(fault.Remedy, Does.StartWith($"Did you mean {meant}?"));
    }

    [Test]
    public void A_field_like_no_other_is_refused_with_those_that_there_are()
    {
        var form = Least();
        form["concern"]!["zodiac"] = "x";
        Assert.That(Read(form).Faults.Single().Remedy, Does.Contain("significantHarm"));
    }

    [Test]
    public void A_member_of_the_public_may_stay_unnamed_and_a_professional_may_not()
    {
        var form = Least();
        form["referrer"] = JsonNode.Parse("""{ "kind": "member-of-public" }""");
        Assert.That(Taken(form).Referrer.Name, Is.EqualTo("not given"));
        form["referrer"] = JsonNode.Parse("""{ "kind": "professional" }""");
        Assert.That(PathsOfFaults(form), Is.EqualTo(["referrer.name"]));
    }

    [Test]
    public void A_contact_wrong_everywhere_gets_a_bounded_answer_that_says_there_is_more()
    {
        var form = Least();
        form["missingEpisodes"] = new JsonArray([.. Enumerable.Range(0, 200).Select(_ => JsonNode.Parse("{\"x\":1}"))]);
        var faults = Read(form).Faults;
        Assert.That(faults, Has.Count.EqualTo(201));
        Assert.That(faults[^1].Fault, Is.EqualTo("has more faults than are listed"));
    }
}
