using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

public sealed class ContactDoorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

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

    [TestCase("O'Brien")]
    [TestCase("Robert'); DROP TABLE contacts;--")]
    [TestCase("%_[x]")]
    [TestCase("Anne-Marie")]
    [TestCase("Łucja Żółć")]
    [TestCase("Gwenllïan Ŵyn")]
    [TestCase("محمد عبد الله")]
    [TestCase("می‌خواهم")]
    [TestCase("‏עדי")]
    [TestCase("李小龍")]
    [TestCase("e\u0301\u0328")]
    [TestCase("👩‍👧 Ash")]
    [TestCase(" leading and trailing ")]
    public void A_name_is_kept_exactly(string name)
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["family"] = name;
        Assert.That(Taken(form).People[0].Names[0].Family, Is.EqualTo(name));
    }

    [Test]
    public void A_name_may_have_200_characters_counted_as_people_write_them_and_no_more()
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["given"] = string.Concat(Enumerable.Repeat("😀", 200));
        Assert.That(Read(form).Faults, Is.Empty);
        form["people"]![0]!["names"]![0]!["given"] = new string('a', 201);
        Assert.That(PathsOfFaults(form), Is.EqualTo(["people[0].names[0].given"]));
    }

    [TestCase("\0", "U+0000")]
    [TestCase("\u0007", "U+0007")]
    [TestCase("\u001b", "U+001B")]
    [TestCase("\r\n", "U+000D")]
    [TestCase("\t", "U+0009")]
    [TestCase("\u0085", "U+0085")]
    [TestCase("\u202a", "U+202A")]
    [TestCase("\u202e", "U+202E")]
    [TestCase("\u2066", "U+2066")]
    [TestCase("\u2028", "U+2028")]
    public void A_control_character_in_a_name_is_refused_by_its_code_point(string character, string code)
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["given"] = $"A{character}b";
        var fault = Read(form).Faults.Single();
        Assert.That(fault.Path, Is.EqualTo("people[0].names[0].given"));
        Assert.That(fault.Fault, Does.EndWith(code));
    }

    [Test]
    public void Free_text_may_have_lines_and_may_not_hide_text()
    {
        var form = Least();
        form["concern"]!["summary"] = "One line.\r\n\tAnother.";
        Assert.That(Taken(form).Concern.Summary, Is.EqualTo("One line.\r\n\tAnother."));
        form["concern"]!["summary"] = "One\u202Eline";
        Assert.That(PathsOfFaults(form), Is.EqualTo(["concern.summary"]));
    }

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

    [Test]
    public void A_name_is_kept_exactly_or_refused_and_never_changed() =>
        Prop.ForAll<NonNull<string>>(name =>
            {
                var form = Least();
                form["people"]![0]!["names"]![0]!["family"] = name.Get;
                var sent = JsonNode.Parse(Bytes(form))!["people"]![0]!["names"]![0]!["family"]!.GetValue<string>();
                var reading = Read(form);
                Assert.That(reading.Contact is null, Is.EqualTo(reading.Faults.Count > 0));
                if (reading.Contact is { } contact && !string.IsNullOrWhiteSpace(sent))
                {
                    Assert.That(contact.People[0].Names[0].Family, Is.EqualTo(sent));
                }
            })
            .QuickCheckThrowOnFailure();

    private static JsonNode Least() =>
        JsonNode.Parse(
            """
            {
              "referrer": { "kind": "professional", "name": "Teresa Okonjo-Vale" },
              "people": [{ "role": "child", "names": [{ "given": "Ada", "family": "Quill" }] }],
              "concern": { "summary": "The child came to school hungry.", "kinds": ["neglect"] }
            }
            """
        )!;

    private static JsonNode WithIdentifier(string scheme, string value)
    {
        var form = Least();
        form["people"]![0]!["identifiers"] = new JsonArray(new JsonObject { ["scheme"] = scheme, ["value"] = value });
        return form;
    }

    private static byte[] Bytes(JsonNode form) => Encoding.UTF8.GetBytes(form.ToJsonString());

    private static ContactReading Read(string json) => ContactDoor.Read(Encoding.UTF8.GetBytes(json), Now);

    private static ContactReading Read(JsonNode form) => ContactDoor.Read(Bytes(form), Now);

    private static IEnumerable<string> PathsOfFaults(JsonNode form) => Read(form).Faults.Select(fault => fault.Path);

    private static Contact Taken(JsonNode form)
    {
        var reading = Read(form);
        Assert.That(reading.Faults, Is.Empty);
        return reading.Contact!;
    }
}
