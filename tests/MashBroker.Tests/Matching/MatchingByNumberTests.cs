using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>A number with a name or a birthday matches; a number alone does not, and another number forbids it.</summary>
internal sealed class MatchingByNumberTests
{
    [Test]
    public void An_identifier_with_a_name_or_a_birthday_matches_whatever_else_changed()
    {
        var asked = Child() with { Identifiers = [Nhs("943 476 5919")] };
        var married = OnRecord("Marisol", "Penhale") with
        {
            Identifiers = [Nhs("9434765919")],
            Addresses = [Elsewhere],
        };

        Expect(asked, [married with { DateOfBirth = null }], MatchOutcome.Match, "1");
        Expect(asked, [married with { DateOfBirth = OneDigitOff }], MatchOutcome.Match, "1");
    }

    [Test]
    public void An_identifier_on_its_own_or_with_the_household_s_name_is_a_doubt()
    {
        var asked = Child() with { Identifiers = [Nhs("943 476 5919")] };
        var parent = OnRecord("Leopold") with { Identifiers = [Nhs("9434765919")], DateOfBirth = new(1986, 5, 1) };

        Expect(asked, [parent], MatchOutcome.Possible, "1");
        Expect(asked, [parent with { Names = [Named("Leopold", "Penhale")] }], MatchOutcome.Possible, "1");
    }

    [Test]
    public void Another_number_of_the_same_scheme_forbids_a_match()
    {
        var asked = Child() with { Identifiers = [Nhs("943 476 5919")] };
        var other = OnRecord() with { Identifiers = [Nhs("943 476 5870")] };
        var finding = PersonMatcher.Find(asked, [other]);

        Assert.Multiple(() =>
        {
            Assert.That(finding.Evidence.Outcome, Is.EqualTo(MatchOutcome.Possible));
            Assert.That(
                finding.Evidence.Fields,
                Does.Contain(new FieldEvidence(IdentifierScheme.NhsNumber, "different"))
            );
            Assert.That(
                Outcome(asked with { Names = [Named("Ella")] }, other with { Names = [Named("Ellie")] }),
                Is.EqualTo(MatchOutcome.None),
                "twins with numbers of their own"
            );
        });
    }

    [TestCase(IdentifierScheme.PncId, "2002/0073319Z", "02/73319Z")]
    [TestCase(IdentifierScheme.PncId, "20020073319Z", "0273319Z")]
    [TestCase(IdentifierScheme.PncId, "00/223r", "00/223R")]
    [TestCase(IdentifierScheme.CroNumber, "SF05/482703J", "sf05/482703j")]
    [TestCase(IdentifierScheme.CroNumber, "065656/91H", "65656/91H")]
    [TestCase(IdentifierScheme.NomsNumber, "G9542VP", "g 9542 vp")]
    [TestCase(IdentifierScheme.CaseReferenceNumber, "X320741", "x-320741")]
    [TestCase(IdentifierScheme.UniquePupilNumber, "B801200005001", "B801 2000 05001")]
    public void A_number_written_another_way_is_the_same_number(string scheme, string asked, string held) =>
        Expect(
            Child() with
            {
                Identifiers = [new(scheme, asked)],
            },
            [OnRecord("Marisol", "Penhale") with { Identifiers = [new(scheme, held)], DateOfBirth = null }],
            MatchOutcome.Match,
            "1"
        );

    [Test]
    public void A_placeholder_is_no_number_and_a_school_s_number_is_not_the_pupil_s()
    {
        var asked = Child("Marisol", "Thistlewood") with
        {
            Identifiers = [Nhs("0000000000"), new(IdentifierScheme.Urn, "105000")],
        };
        var held = OnRecord("Marisol", "Penhale") with
        {
            Identifiers = asked.Identifiers,
            DateOfBirth = null,
            Addresses = [],
        };

        Expect(asked, [held], MatchOutcome.None);
    }
}
