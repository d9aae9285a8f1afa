using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>When more than one record fits: one person twice, or two people.</summary>
internal sealed class MatchingOfSeveralRecordsTests
{
    [Test]
    public void Duplicates_of_one_person_are_one_person()
    {
        var asked = Child() with { Identifiers = [Nhs("943 476 5919")] };
        var first = OnRecord(id: "1") with
        {
            Identifiers = [Nhs("943 476 5919"), new(IdentifierScheme.PncId, "02/73319Z")],
        };
        var sameHome = OnRecord(id: "2");
        var sameNumber = OnRecord("Tallulah", "Penhale", id: "3") with
        {
            Identifiers = [new(IdentifierScheme.PncId, "2002/0073319Z")],
            Addresses = [],
        };

        Expect(asked, [first, sameHome], MatchOutcome.Match, "1", "2");
        Expect(
            asked with
            {
                Role = SubjectRole.Parent,
            },
            [first, sameHome, sameNumber],
            MatchOutcome.Match,
            "1",
            "2",
            "3"
        );
    }

    [Test]
    public void Records_of_one_description_whose_numbers_contradict_are_several()
    {
        var one = OnRecord(id: "1") with { Identifiers = [Nhs("943 476 5919")] };
        var other = OnRecord(id: "2") with { Identifiers = [Nhs("943 476 5870")] };

        Expect(Child(), [one, other], MatchOutcome.Several, "1", "2");
    }

    [Test]
    public void Of_two_people_of_one_name_and_birthday_the_home_decides() =>
        Expect(
            Child() with
            {
                Gender = "female",
            },
            [
                OnRecord(id: "1") with
                {
                    Addresses = [Elsewhere],
                    Gender = "female",
                },
                OnRecord(id: "2") with
                {
                    Gender = "female",
                },
            ],
            MatchOutcome.Match,
            "2"
        );

    [Test]
    public void Of_two_people_of_one_name_and_birthday_nobody_is_chosen_where_nothing_decides() =>
        Expect(
            Child() with
            {
                Addresses = [],
            },
            [OnRecord(id: "1") with { Addresses = [Elsewhere] }, OnRecord(id: "2")],
            MatchOutcome.Several,
            "1",
            "2"
        );
}
