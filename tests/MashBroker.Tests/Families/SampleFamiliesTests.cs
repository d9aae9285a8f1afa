using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Families;

public sealed partial class SampleFamiliesTests
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public void Has_at_least_forty_children_in_twenty_five_households()
    {
        Assert.That(Families.Households, Has.Count.GreaterThanOrEqualTo(25));
        Assert.That(Families.Members().Count(person => person.IsChild), Is.GreaterThanOrEqualTo(40));
    }

    [Test]
    public void Has_every_kind_of_household_that_the_generator_makes()
    {
        var fresh = new FamilyGenerator(1).Make(60).Households.Select(household => household.Kind);
        Assert.That(
            Families.Households.Select(household => household.Kind).Append(HouseholdKind.MovedInto),
            Is.SupersetOf(fresh.Distinct())
        );
    }

    [Test]
    public void Uses_no_telephone_number_and_no_postcode_that_anybody_has()
    {
        var telephones = Families.Everybody().SelectMany(person => person.Telephones);
        var postcodes = Families
            .Everybody()
            .SelectMany(person =>
                AgencyCode.All.SelectMany(person.HeldBy).Select(held => held.Address).Concat(person.Addresses)
            )
            .Select(address => address?.Postcode)
            .OfType<string>();
        Assert.That(telephones, Has.All.Match("^(0151 496 0[0-9]{3}|07700 900[0-9]{3})$"));
        Assert.That(postcodes, Has.All.Match("^ZX[0-9]{1,2} [0-9][A-Z]{2}$"));
    }

    [Test]
    public void Gives_no_record_and_no_number_to_two_people()
    {
        var numbers = Families.Everybody().SelectMany(person => person.Identifiers).ToList();
        var records = AgencyCode
            .All.SelectMany(agency => new ExpectedMatches(Families, agency).AllRecords())
            .Select(held => held.RecordId)
            .ToList();
        Assert.That(numbers, Is.Unique);
        Assert.That(records, Is.Unique);
    }

    [Test]
    public void Only_the_households_that_say_so_have_numbers_whose_check_digit_fails()
    {
        var failing = Families
            .Households.Where(household =>
                household
                    .Persons.SelectMany(person => person.Identifiers)
                    .Any(identifier =>
                        identifier.Scheme == IdentifierScheme.NhsNumber && !NhsDigitHolds(identifier.Value)
                    )
            )
            .Select(household => household.Kind);
        Assert.That(failing, Is.EqualTo(new[] { HouseholdKind.FailingCheckDigits }));
    }

    [Test]
    public void Says_what_is_wrong_wherever_a_record_differs_from_what_is_true()
    {
        var silent = Families
            .Everybody()
            .SelectMany(person => person.KnownTo.Values.SelectMany(records => records))
            .Where(record =>
                record.Errors.Count == 0
                && (record.Names ?? record.Addresses ?? (object?)record.DateOfBirth) is not null
            );
        Assert.That(silent.Select(record => record.Record), Is.Empty);
    }

    [Test]
    public void Asks_about_a_protected_person_without_the_protected_address()
    {
        var refuge = Families.Households.Single(household => household.Kind == HouseholdKind.Refuge);
        var child = refuge.Persons[0];
        Assert.That(child.CurrentAddress.Postcode, Is.EqualTo("ZX9 9ZZ"));
        Assert.That(
            refuge.AsSubjects().SelectMany(subject => subject.Addresses).Select(address => address.Postcode),
            Has.None.EqualTo("ZX9 9ZZ")
        );
    }

    private static bool NhsDigitHolds(string number) =>
        NhsNumber().IsMatch(number)
        && number.Select((digit, place) => (digit - '0') * (10 - place)).Take(9).Sum() % 11 is var sum
        && (11 - sum) % 11 == number[9] - '0';

    [GeneratedRegex("^999[0-9]{7}$")]
    private static partial Regex NhsNumber();
}
