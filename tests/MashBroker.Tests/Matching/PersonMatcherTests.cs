using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>The plain cases, what stands for the home where the name and the birthday agree, and what the evidence says.</summary>
internal sealed class PersonMatcherTests
{
    [Test]
    public void Nobody_matches_where_nobody_was_found() => Expect(Child(), [], MatchOutcome.None);

    [Test]
    public void Name_and_birthday_and_home_match() => Expect(Child(), [OnRecord()], MatchOutcome.Match, "1");

    [Test]
    public void Name_and_birthday_match_where_no_address_is_held() =>
        Expect(Child(), [OnRecord() with { Addresses = [] }], MatchOutcome.Match, "1");

    [Test]
    public void No_fixed_address_is_nobodys_home()
    {
        var asked = Child() with { Addresses = [new Address { NoFixedAddress = true }] };
        var held = OnRecord() with { Addresses = [new Address { NoFixedAddress = true }], DateOfBirth = OneDigitOff };

        Expect(asked, [held], MatchOutcome.Possible, "1");
    }

    [Test]
    public void At_another_address_the_gender_must_agree_too()
    {
        var moved = OnRecord() with { Addresses = [Elsewhere] };

        Expect(Child(), [moved], MatchOutcome.Possible, "1");
        Expect(Child() with { Gender = "female" }, [moved with { Gender = "F" }], MatchOutcome.Match, "1");
    }

    [Test]
    public void Another_gender_is_a_doubt() =>
        Expect(Child() with { Gender = "male" }, [OnRecord() with { Gender = "female" }], MatchOutcome.Possible, "1");

    [Test]
    public void A_uprn_or_a_telephone_stands_for_the_home()
    {
        var asked = Child() with { Addresses = [new Address { Uprn = "100012345" }], Telephones = ["07700 900123"] };
        var slip = OnRecord("Mairsol");

        Expect(
            asked,
            [slip with { Addresses = [new Address { Lines = ["Flat 2"], Uprn = "0100012345" }] }],
            MatchOutcome.Match,
            "1"
        );
        Expect(asked, [slip with { Addresses = [], Telephones = ["+44 7700 900123"] }], MatchOutcome.Match, "1");
        Expect(asked, [slip with { Addresses = [] }], MatchOutcome.Possible, "1");
    }

    [Test]
    public void Evidence_names_fields_and_never_their_values()
    {
        var evidence = PersonMatcher
            .Find(
                Child() with
                {
                    Identifiers = [Nhs("943 476 5919")],
                },
                [OnRecord("Mairsol") with { Gender = "female" }]
            )
            .Evidence;

        Assert.Multiple(() =>
        {
            Assert.That(
                evidence.Fields,
                Is.EqualTo(
                    new[]
                    {
                        new FieldEvidence("given-name", "misspelt"),
                        new FieldEvidence("family-name", "exact"),
                        new FieldEvidence("date-of-birth", "exact"),
                        new FieldEvidence("address", "house"),
                    }
                )
            );
            Assert.That(evidence.SearchKeys, Is.EqualTo(new[] { "nhs-number", "name+date-of-birth", "address" }));
            Assert.That(evidence.Score, Is.InRange(0.5, 1));
        });
    }
}
