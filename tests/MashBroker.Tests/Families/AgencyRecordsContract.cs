using System.Globalization;
using System.Text.Json;
using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Families;
using MashBroker.Testing.RecordsOverHttp;
using NUnit.Framework;

namespace MashBroker.Tests.Families;

/// <summary>What every agency's records must do with any families; an agency says how its records are made of them.</summary>
public abstract class AgencyRecordsContract
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    protected abstract string Agency { get; }

    /// <summary>The checked-in list, from the root of the repository.</summary>
    protected abstract string ExpectedMatchesFile { get; }

    /// <summary>The share of the records of fresh families that must be found.</summary>
    protected abstract double Floor { get; }

    /// <summary>Records of these families, and what to dispose of when the test is done.</summary>
    protected abstract (IAgencyRecords Records, object Store) Open(SampleFamilies families);

    [Test]
    public Task Finds_everybody_of_the_samples_and_nobody_else() =>
        WithAsync(
            Families,
            async records =>
            {
                var tally = await MatchTrial.RunAsync(records, Families, Agency);
                Assert.That(tally.Wrong, Is.Empty);
                Assert.That(tally.Missed, Is.Empty);
                Assert.That(tally.Held, Is.GreaterThan(10));
            }
        );

    [Test]
    public Task Finds_for_each_person_of_the_samples_what_the_checked_in_list_says() =>
        WithAsync(Families, records => CheckedMatches.AssertAsync(records, Families, ExpectedMatchesFile));

    [Test]
    public Task Never_says_nothing_known_of_somebody_on_record_who_is_asked_about_without_numbers() =>
        WithAsync(
            Families,
            async records =>
                Assert.That(
                    await MatchTrial.DeniedWithoutNumbersAsync(records, Families, Agency),
                    Is.EquivalentTo(DeniedWithoutNumbers.At(Agency))
                )
        );

    [TestCase(1)]
    [TestCase(2)]
    public Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = new FamilyGenerator(seed).Make(220);
        return WithAsync(
            families,
            async records =>
            {
                var tally = await MatchTrial.RunAsync(records, families, Agency);
                await TestContext.Out.WriteLineAsync(tally.ToString());
                Assert.That(tally.Wrong, Is.Empty);
                Assert.That(tally.Found, Is.GreaterThan(Floor));
            }
        );
    }

    [Test]
    public Task Tells_of_each_person_the_kinds_of_record_that_the_list_says() =>
        WithAsync(
            Families,
            async records =>
            {
                foreach (var (held, told) in await ReadEverybodyAsync(records, Families))
                {
                    Assert.That(
                        told.Select(record => record.Kind).Distinct(),
                        Is.SupersetOf(held.Holds),
                        $"kinds told of {held.RecordId}"
                    );
                }
            }
        );

    [Test]
    public Task Tells_every_record_in_words_and_where_it_was_read() =>
        WithAsync(
            Families,
            async records =>
            {
                var told = (await ReadEverybodyAsync(records, Families)).SelectMany(one => one.Told).ToList();
                Assert.That(told.Select(record => record.Summary), Has.None.Empty);
                Assert.That(told.Select(record => record.Source.System), Has.All.EqualTo(records.System));
                Assert.That(told.Select(record => record.Source.RecordId), Has.None.Empty);
                Assert.That(told.Select(record => record.On), Has.None.Matches<DateOnly?>(day => day > Families.AsOf));
            }
        );

    [Test]
    public Task States_the_date_of_birth_and_the_address_as_the_agency_has_them() =>
        WithAsync(
            Families,
            async records =>
            {
                foreach (var (held, told) in await ReadEverybodyAsync(records, Families))
                {
                    var facts = told[0].Facts;
                    Assert.That(
                        facts.Where(fact => fact.Field == "date-of-birth").Select(fact => fact.Value),
                        Is.EqualTo(
                            held.DateOfBirth is { } born
                                ? [born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]
                                : Array.Empty<string>()
                        ),
                        held.RecordId
                    );
                    Assert.That(
                        facts.Where(fact => fact.Field == "address").Select(fact => fact.Value),
                        Is.EqualTo(AddressFact(held)),
                        held.RecordId
                    );
                }
            }
        );

    [Test]
    public Task Never_tells_a_protected_address()
    {
        var fresh = new FamilyGenerator(4).Make(220);
        return WithAsync(
            fresh,
            async records =>
            {
                var told = await ReadEverybodyAsync(records, fresh);
                Assert.That(told.Where(one => one.Held.AddressProtected).ToList(), Has.Count.GreaterThan(3));
                var everything = JsonSerializer.Serialize(told.Select(one => one.Told), MashJson.Options);
                Assert.That(everything, Does.Not.Contain("Harbour Lodge"));
                Assert.That(everything, Does.Not.Contain("Undisclosed"));
                Assert.That(everything, Does.Not.Contain("ZX9 9ZZ"));
            }
        );
    }

    [TestCase("Robert'); DROP TABLE person;--", "O''Neill")]
    [TestCase("%", "%")]
    [TestCase("_[a-z]", "%_[")]
    [TestCase("\"; select 1; --", "\\")]
    [TestCase("@dates", "@prefixes")]
    [TestCase("\ud83d\ude00\u202e", "\u0000\u0301")]
    [TestCase("", "")]
    public Task Searches_a_name_literally(string given, string family)
    {
        var asked = Person("H90-P1", given, family, new DateOnly(2014, 2, 3));
        var decoy = Person("H90-P2", "Plain", "Decoy", new DateOnly(1960, 7, 30));
        return WithAsync(
            new SampleFamilies
            {
                AsOf = Families.AsOf,
                Households = [Household(decoy)],
                Strangers = [],
            },
            async records =>
            {
                var found = await records.FindAsync(asked.AsSubject("S1"), CancellationToken.None);
                Assert.That(found.Select(candidate => candidate.RecordId), Does.Not.Contain("TE902"));
                await records.ProbeAsync(CancellationToken.None);
                var others = await records.FindAsync(decoy.AsSubject("S1"), CancellationToken.None);
                Assert.That(others.Select(candidate => candidate.RecordId), Is.EqualTo(new[] { "TE902" }));
            }
        );
    }

    [Test]
    public Task Finds_a_name_full_of_marks_by_that_name()
    {
        var asked = Person("H90-P1", "R%_[b", "O'); DROP TABLE x;--", new DateOnly(2014, 2, 3));
        return WithAsync(
            new SampleFamilies
            {
                AsOf = Families.AsOf,
                Households = [Household(asked)],
                Strangers = [],
            },
            async records =>
            {
                var tally = await MatchTrial.RunAsync(
                    records,
                    new SampleFamilies
                    {
                        AsOf = Families.AsOf,
                        Households = [Household(asked)],
                        Strangers = [],
                    },
                    Agency
                );
                Assert.That(tally.Missed, Is.Empty);
            }
        );
    }

    [Test]
    public Task Is_not_at_fault_when_the_search_is_called_off() =>
        WithAsync(
            Families,
            async records =>
            {
                using var calledOff = new CancellationTokenSource();
                await calledOff.CancelAsync();
                Assert.That(
                    async () => await records.FindAsync(Families.Person("H01-P1").AsSubject("S1"), calledOff.Token),
                    Throws.InstanceOf<OperationCanceledException>()
                );
            }
        );

    protected static async Task WithAsync(
        (IAgencyRecords Records, object Store) opened,
        Func<IAgencyRecords, Task> test
    )
    {
        try
        {
            await test(opened.Records);
        }
        finally
        {
            if (opened.Store is IAsyncDisposable store)
            {
                await store.DisposeAsync();
            }
            else
            {
                ((IDisposable)opened.Store).Dispose();
            }
        }
    }

    private Task WithAsync(SampleFamilies families, Func<IAgencyRecords, Task> test) => WithAsync(Open(families), test);

    private async Task<List<(HeldPerson Held, IReadOnlyList<AgencyRecord> Told)>> ReadEverybodyAsync(
        IAgencyRecords records,
        SampleFamilies families
    )
    {
        var told = new List<(HeldPerson, IReadOnlyList<AgencyRecord>)>();
        foreach (var held in new ExpectedMatches(families, Agency).AllRecords())
        {
            var subject = held.Person.AsSubject("S1");
            var candidate = new Candidate
            {
                RecordId = held.RecordId,
                Names = held.Names,
                DateOfBirth = held.DateOfBirth,
            };
            told.Add((held, (await records.ReadAsync(candidate, subject, CancellationToken.None)).Records));
        }

        return told;
    }

    private static string[] AddressFact(HeldPerson held) =>
        held switch
        {
            { AddressProtected: true } => ["protected"],
            { Address: null } => [],
            { Address.NoFixedAddress: true } => ["no fixed address"],
            _ => [string.Join(", ", held.Address.Lines.Append(held.Address.Postcode))],
        };

    private static SampleHousehold Household(params SamplePerson[] persons) =>
        new()
        {
            Id = "H90",
            Kind = HouseholdKind.MarksInNames,
            About = "Of this test.",
            Persons = persons,
        };

    private SamplePerson Person(string id, string given, string family, DateOnly born) =>
        new()
        {
            Id = id,
            Role = SubjectRole.OtherAdult,
            Names = [new PersonName { Given = given, Family = family }],
            DateOfBirth = born,
            Addresses = [new Address { Lines = [$"{id[^1]} Some Street", "Marlsea"], Postcode = $"ZX{id[^1]} 1AA" }],
            KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>
            {
                [Agency] = [new KnownRecord { Record = $"TE90{id[^1]}", Holds = [] }],
            },
        };
}
