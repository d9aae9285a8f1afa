using MashBroker.Contracts.Letters;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>Twins, siblings and fathers are not one another.</summary>
internal sealed class MatchingOfKinTests
{
    [TestCase("Ella", "Ellie")]
    [TestCase("Ella", "Emma")]
    [TestCase("Tia", "Mia")]
    [TestCase("Elise", "Eloise")]
    [TestCase("Martin", "Marvin")]
    [TestCase("Amir", "Amira")]
    [TestCase("Luca", "Lucas")]
    [TestCase("Kate", "Catherine")]
    [TestCase("Hassan", "Hussain")]
    [TestCase("Muhammad Ali", "Muhammad Umar")]
    [TestCase("Ella Mae", "Ella Rose")]
    [TestCase("Kayden", "Jayden")]
    public void A_twin_is_never_the_other_twin(string one, string other)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Outcome(Child(one), OnRecord(other)), Is.Not.EqualTo(MatchOutcome.Match));
            Assert.That(Outcome(Child(other), OnRecord(one)), Is.Not.EqualTo(MatchOutcome.Match));
        });
        Expect(Child(one), [OnRecord(other, id: "other"), OnRecord(one, id: "one")], MatchOutcome.Match, "one");
        Expect(Child(other), [OnRecord(other, id: "other"), OnRecord(one, id: "one")], MatchOutcome.Match, "other");
    }

    [Test]
    public void Between_two_near_names_of_twins_a_person_decides() =>
        Expect(Child("Ella"), [OnRecord("Ellie", id: "1"), OnRecord("Elle", id: "2")], MatchOutcome.Several, "1", "2");

    [Test]
    public void A_twins_number_in_the_wrong_record_matches_neither_of_them()
    {
        var asked = Child("Ella") with { Identifiers = [Nhs("943 476 5919")] };
        var twin = OnRecord("Rowan", id: "twin") with { Identifiers = [Nhs("9434765919")] };

        Expect(asked, [twin], MatchOutcome.Possible, "twin");
        Expect(asked, [twin, OnRecord("Ella", id: "own")], MatchOutcome.Several, "own", "twin");
    }

    [Test]
    public void A_sibling_does_not_match() =>
        Expect(
            Child(),
            [OnRecord("Peregrine") with { DateOfBirth = new(2013, 9, 2) }, OnRecord("Rowan") with { RecordId = "2" }],
            MatchOutcome.None
        );

    [Test]
    public void A_sibling_with_a_like_name_does_not_match() =>
        Expect(Child("Ella"), [OnRecord("Ellie") with { DateOfBirth = new(2013, 9, 2) }], MatchOutcome.None);

    [Test]
    public void A_father_of_the_same_name_does_not_match()
    {
        Expect(Child(), [OnRecord() with { DateOfBirth = new(1986, 3, 14) }], MatchOutcome.None);
        Expect(Child(), [OnRecord() with { DateOfBirth = new(2006, 3, 14) }], MatchOutcome.None);
    }
}
