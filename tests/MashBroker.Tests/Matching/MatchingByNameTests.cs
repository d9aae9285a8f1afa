using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;
using static MashBroker.Tests.Matching.ExpectedFinding;

namespace MashBroker.Tests.Matching;

/// <summary>Names written another way, and names that are another person's.</summary>
internal sealed class MatchingByNameTests
{
    [TestCase("MARISOL", "THISTLEWOOD")]
    [TestCase("Mari-Sol", "Thistle Wood")]
    [TestCase("Márisol", "Thïstlewood")]
    [TestCase("Mairsol", "Thistlewood", Description = "neighbouring letters changed over")]
    [TestCase("Marrisol", "Thistlewood", Description = "a letter doubled")]
    [TestCase("Marisol", "Thistelwood")]
    [TestCase("Marisol", "Thistlewood-Penhale")]
    [TestCase("Thistlewood", "Marisol", Description = "the wrong way round")]
    [TestCase("Marisol Jane", "Thistlewood")]
    public void A_name_written_another_way_matches_at_home(string given, string family) =>
        Expect(Child(), [OnRecord(given, family)], MatchOutcome.Match, "1");

    [TestCase("O'Dreary", "ODreary")]
    [TestCase("O’Dreary", "O'DREARY")]
    [TestCase("Żółtowska", "Zoltowska")]
    [TestCase("Nguyễn", "Nguyen")]
    [TestCase("Sjøgaard", "Sjogaard")]
    [TestCase("محمّد", "محمد")]
    public void A_family_name_without_its_marks_is_the_same_name(string asked, string held) =>
        Expect(Child("Ines", asked), [OnRecord("Ines", held)], MatchOutcome.Match, "1");

    [TestCase("张伟", "张薇")]
    [TestCase("सीता", "सति")]
    public void Names_in_other_scripts_that_differ_are_different_people(string asked, string held) =>
        Expect(Child(asked), [OnRecord(held)], MatchOutcome.None);

    [Test]
    public void An_alias_or_a_previous_name_matches() =>
        Expect(
            Child() with
            {
                Names = [Named("Marisol"), Named("Marisol", "Penhale", NameUse.Previous)],
            },
            [OnRecord("Marisol", "Penhale")],
            MatchOutcome.Match,
            "1"
        );

    [TestCase(SubjectRole.Parent)]
    [TestCase(SubjectRole.Carer)]
    [TestCase(SubjectRole.OtherAdult)]
    [TestCase(SubjectRole.None)]
    public void An_adult_at_home_under_another_given_name_is_asked_about_and_never_released(SubjectRole role)
    {
        var born = new DateOnly(1987, 3, 14);
        var asked = Child() with { Role = role, DateOfBirth = born, Telephones = ["07700 900123"] };
        var held = OnRecord("Peregrine") with { DateOfBirth = born };
        ExpectOn(new DateOnly(2026, 11, 2), asked, [held], MatchOutcome.Possible, "1");
        ExpectOn(
            new DateOnly(2026, 11, 2),
            asked,
            [held with { Addresses = [Elsewhere], Telephones = ["+44 7700 900123"] }],
            MatchOutcome.Possible,
            "1"
        );
        Expect(asked, [held with { Addresses = [Elsewhere] }], MatchOutcome.None);
        Expect(asked, [held with { DateOfBirth = new DateOnly(1987, 3, 15) }], MatchOutcome.None);
        Expect(asked, [OnRecord("Peregrine", "Zaunkoenig") with { DateOfBirth = born }], MatchOutcome.None);
    }

    [TestCase(SubjectRole.Child)]
    [TestCase(SubjectRole.Sibling)]
    [TestCase(SubjectRole.None)]
    public void A_child_at_home_under_another_given_name_is_the_twin(SubjectRole role) =>
        ExpectOn(new DateOnly(2026, 11, 2), Child() with { Role = role }, [OnRecord("Peregrine")], MatchOutcome.None);

    [Test]
    public void A_nickname_is_not_taken_for_the_name() =>
        Expect(Child("Catherine"), [OnRecord("Kit")], MatchOutcome.None);

    [Test]
    public void The_same_name_without_a_date_of_birth_is_a_doubt() =>
        Expect(Child(), [OnRecord() with { DateOfBirth = null }], MatchOutcome.Possible, "1");
}
