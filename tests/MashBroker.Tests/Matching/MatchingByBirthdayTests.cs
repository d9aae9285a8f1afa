using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>Dates of birth that slipped, were estimated or are still to come.</summary>
internal sealed class MatchingByBirthdayTests
{
    [Test]
    public void A_date_of_birth_with_day_and_month_swapped_matches_at_home() =>
        Expect(
            Child() with
            {
                DateOfBirth = new(2016, 3, 4),
            },
            [OnRecord() with { DateOfBirth = new(2016, 4, 3) }],
            MatchOutcome.Match,
            "1"
        );

    [Test]
    public void A_date_of_birth_one_digit_off_matches_at_home() =>
        Expect(Child(), [OnRecord() with { DateOfBirth = OneDigitOff }], MatchOutcome.Match, "1");

    [Test]
    public void A_date_of_birth_one_digit_off_is_a_doubt_elsewhere() =>
        Expect(
            Child(),
            [OnRecord() with { DateOfBirth = OneDigitOff, Addresses = [Elsewhere] }],
            MatchOutcome.Possible,
            "1"
        );

    [Test]
    public void Two_slips_at_once_are_a_doubt() =>
        Expect(Child(), [OnRecord("Mairsol") with { DateOfBirth = OneDigitOff }], MatchOutcome.Possible, "1");

    [Test]
    public void An_estimated_date_of_birth_matches_at_home_only()
    {
        var estimated = Child() with { DateOfBirth = new(2016, 7, 1), DateOfBirthQuality = DateQuality.Estimated };

        Expect(estimated, [OnRecord()], MatchOutcome.Match, "1");
        Expect(estimated, [OnRecord() with { Addresses = [] }], MatchOutcome.Possible, "1");
    }

    [Test]
    public void The_first_of_January_is_many_peoples_birthday()
    {
        var newYear = new DateOnly(1990, 1, 1);
        var adult = Child() with { Role = SubjectRole.OtherAdult, DateOfBirth = newYear, Addresses = [] };

        Expect(adult, [OnRecord() with { DateOfBirth = newYear }], MatchOutcome.Possible, "1");
    }

    [Test]
    public void An_unborn_child_matches_by_family_and_expected_delivery_and_home()
    {
        var due = new DateOnly(2026, 11, 20);
        var unborn = Child("Unborn") with
        {
            Role = SubjectRole.UnbornChild,
            DateOfBirth = null,
            ExpectedDelivery = due,
        };
        var held = OnRecord("Baby") with { DateOfBirth = null, ExpectedDelivery = due };

        Expect(unborn, [held], MatchOutcome.Match, "1");
        Expect(unborn, [held with { ExpectedDelivery = due.AddDays(9) }], MatchOutcome.Possible, "1");
        Expect(unborn, [held with { ExpectedDelivery = due.AddDays(90) }], MatchOutcome.None);
        Expect(unborn, [held, held with { RecordId = "2" }], MatchOutcome.Several, "1", "2");
        Expect(unborn, [OnRecord() with { DateOfBirth = due.AddDays(-12) }], MatchOutcome.Possible, "1");
        Expect(unborn, [OnRecord()], MatchOutcome.None);
    }

    [Test]
    public void A_newborn_child_without_a_name_is_a_doubt() =>
        Expect(Child("Baby"), [OnRecord("Marisol")], MatchOutcome.Possible, "1");
}
