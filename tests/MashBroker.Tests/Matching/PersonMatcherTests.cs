using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;

namespace MashBroker.Tests.Matching;

[TestFixture]
internal sealed class PersonMatcherTests
{
    private static readonly DateOnly OneDigitOff = new(2015, 3, 14);

    [Test]
    public void Nobody_matches_where_nobody_was_found() => Expect(Child(), [], MatchOutcome.None);

    [Test]
    public void Name_and_birthday_and_home_match() => Expect(Child(), [OnRecord()], MatchOutcome.Match, "1");

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

    [Test]
    public void The_same_name_without_a_date_of_birth_is_a_doubt() =>
        Expect(Child(), [OnRecord() with { DateOfBirth = null }], MatchOutcome.Possible, "1");

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

    private static void Expect(
        Subject subject,
        IReadOnlyList<Candidate> candidates,
        MatchOutcome outcome,
        params string[] people
    ) => ExpectOn(today: null, subject, candidates, outcome, people);

    private static void ExpectOn(
        DateOnly? today,
        Subject subject,
        IReadOnlyList<Candidate> candidates,
        MatchOutcome outcome,
        params string[] people
    )
    {
        var finding = PersonMatcher.Find(subject, candidates, today);
        var backwards = PersonMatcher.Find(subject, [.. candidates.Reverse()], today);
        Assert.Multiple(() =>
        {
            Assert.That(finding.Evidence.Outcome, Is.EqualTo(outcome));
            Assert.That(finding.Candidates.Select(candidate => candidate.RecordId), Is.EquivalentTo(people));
            Assert.That(backwards.Evidence.Outcome, Is.EqualTo(outcome), "whatever the order of the candidates");
        });
    }

    private static MatchOutcome Outcome(Subject subject, Candidate candidate) =>
        PersonMatcher.Find(subject, [candidate]).Evidence.Outcome;
}
