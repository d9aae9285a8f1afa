using System.Text.Json;
using MashBroker.Adapters;
using MashBroker.Adapters.Police;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;
using MashBroker.Testing.Police;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Police;

public sealed class PoliceRecordsTests : AgencyRecordsContract
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    protected override string Agency => AgencyCode.Police;

    protected override string ExpectedMatchesFile => "agency-adapters/Police/samples/expected-matches.json";

    protected override double Floor => 0.9;

    protected override (IAgencyRecords Records, object Store) Open(SampleFamilies families)
    {
        var store = PoliceStore.Of(families);
        return (store.Records, store);
    }

    [Test]
    public async Task Withholds_intelligence_whose_handling_code_forbids_sharing_and_says_so()
    {
        var told = await ReadAsync("H20-P2");
        var withheld = told.Single(record => record.Kind == RecordKind.PoliceIntelligence);
        Assert.That(withheld.Handling, Is.EqualTo("withheld"));
        Assert.That(withheld.Summary, Does.StartWith("Intelligence is held and withheld"));
        Assert.That(withheld.Grading, Is.Null);
    }

    [Test]
    public async Task Never_tells_the_full_text_of_intelligence()
    {
        var families = new FamilyGenerator(6).Make(220);
        await using var store = PoliceStore.Of(families);
        var script = PoliceSample.Script(families);
        Assert.That(script, Does.Contain(PoliceSample.FullTextCanary));
        foreach (var held in new ExpectedMatches(families, AgencyCode.Police).AllRecords())
        {
            var told = await ReadAsync(store, held);
            Assert.That(
                JsonSerializer.Serialize(told, MashJson.Options),
                Does.Not.Contain(PoliceSample.FullTextCanary)
            );
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("9")]
    [TestCase("PC")]
    public async Task Withholds_intelligence_without_a_known_handling_code(string? code)
    {
        var told = await WithIntelligenceAsync(code);
        Assert.That(told.Handling, Is.EqualTo("withheld"));
        Assert.That(told.Summary, Does.Not.Contain("seen"));
    }

    [TestCase("P")]
    [TestCase("c")]
    public async Task Tells_the_sanitised_text_and_the_grading_of_intelligence_that_may_be_shared(string code)
    {
        var told = await WithIntelligenceAsync(code);
        Assert.That(told.Summary, Is.EqualTo("Was seen."));
        Assert.That(told.Grading, Is.EqualTo("2B"));
        Assert.That(told.Handling, Does.StartWith(code));
    }

    [Test]
    public async Task Tells_a_standing_marker_without_a_day_on_which_it_happened()
    {
        var told = await ReadAsync("H01-P5");
        Assert.That(told.Single(record => record.Kind == RecordKind.PoliceWarningMarker).On, Is.Null);
    }

    [Test]
    public async Task Tells_three_missing_episodes_with_their_dates()
    {
        var told = await ReadAsync("H23-P1");
        Assert.That(
            told.Where(record => record.Kind == RecordKind.PoliceMissingEpisode).Select(record => record.On),
            Is.EqualTo(
                new DateOnly?[] { new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 28) }
            )
        );
    }

    [TestCase("1996/7000001X", "96/7000001X")]
    [TestCase("96/7000001X", "1996/7000001X")]
    [TestCase("2002/0073319Z", "02/73319Z")]
    [TestCase("02/73319Z", "2002/0073319Z")]
    public async Task Finds_a_PNC_number_however_its_year_is_written(string held, string asked)
    {
        var person = Families.Person("H04-P3") with
        {
            Identifiers = [new Identifier(IdentifierScheme.PncId, held)],
            KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>
            {
                [AgencyCode.Police] =
                [
                    new KnownRecord
                    {
                        Record = "NM1",
                        Holds = [],
                        Omits = ["date-of-birth", "address"],
                    },
                ],
            },
        };
        await using var store = PoliceStore.Of(Families with { Households = [], Strangers = [person] });
        var subject = new Subject
        {
            Code = "S1",
            Role = SubjectRole.Parent,
            Names = [new PersonName { Given = "Quite", Family = "Other" }],
            Identifiers = [new Identifier(IdentifierScheme.PncId, asked)],
        };
        var found = await store.Records.FindAsync(subject, CancellationToken.None);
        Assert.That(found.Select(candidate => candidate.RecordId), Is.EqualTo(new[] { "NM1" }));
    }

    [Test]
    public async Task A_database_that_is_not_there_is_no_empty_database()
    {
        using var folder = new TemporaryFolder();
        await using var records = Records(options =>
            options.ConnectionString = $"Data Source={folder.File("none.db")};Pooling=False"
        );
        await AssertUnavailableAsync(records, "SQLite error 14");
        Assert.That(File.Exists(folder.File("none.db")), Is.False);
    }

    [Test]
    public async Task A_database_of_something_else_is_unavailable()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("rubbish.db"), new string('x', 10_000));
        await using var records = Records(options =>
            options.ConnectionString = $"Data Source={folder.File("rubbish.db")};Pooling=False"
        );
        await AssertUnavailableAsync(records, "SQLite error 26");
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_unavailable()
    {
        await using var records = Records(options =>
        {
            options.Provider = PoliceOptions.PostgreSql;
            options.ConnectionString = "Host=127.0.0.1;Port=1;Username=u;Password=Canary1;Database=d;Timeout=2";
        });
        await AssertUnavailableAsync(records, "cannot be reached");
    }

    [Test]
    public async Task A_view_without_a_column_is_unavailable()
    {
        await using var store = new PoliceStore(
            PoliceSample.Script(Families).Replace("pnc_id text,", "pnc text,", StringComparison.Ordinal)
        );
        await AssertUnavailableAsync(store.Records, "SQLite error 1");
    }

    [Test]
    public async Task A_column_of_another_type_is_unavailable()
    {
        var script = PoliceSample
            .Script(Families)
            .Replace("'1991-02-17'", "'Canary of a date'", StringComparison.Ordinal);
        await using var store = new PoliceStore(script);
        var subject = Families.Person("H01-P4").AsSubject("S1");
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            store.Records.FindAsync(subject, CancellationToken.None)
        );
        Assert.That(fault.ToString(), Does.Contain("another type than expected").And.Not.Contain("Canary"));
    }

    [Test]
    public async Task More_people_than_can_be_told_apart_are_no_answer()
    {
        var families = new FamilyGenerator(9).Make(220);
        await using var store = PoliceStore.Of(families);
        store.Options.MostCandidates = 10;
        var nobody = new Subject
        {
            Code = "S1",
            Role = SubjectRole.Parent,
            Names = families.Members().Select(person => person.Names[0]).Take(60).ToList(),
        };
        Assert.That(
            async () => await store.Records.FindAsync(nobody, CancellationToken.None),
            Throws.TypeOf<RecordsUnavailableException>().With.Message.Contains("more than 10 people")
        );
    }

    [Test]
    public async Task A_sample_script_with_a_fault_leaves_no_database_behind()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bad.sql"), "create table nominal (nominal_id text); rubbish;");
        Assert.That(
            () => SqliteSample.EnsureLoaded(folder.File("police.db"), folder.File("bad.sql")),
            Throws.InstanceOf<Microsoft.Data.Sqlite.SqliteException>()
        );
        Assert.That(Directory.GetFiles(folder.Root), Is.EqualTo(new[] { folder.File("bad.sql") }));
    }

    private static PoliceRecords Records(Action<PoliceOptions> set)
    {
        var options = new PoliceOptions
        {
            SystemName = "Police records",
            Provider = SqlRecordsOptions.Sqlite,
            ShareableHandlingCodes = ["P"],
        };
        set(options);
        return new PoliceRecords(Microsoft.Extensions.Options.Options.Create(options));
    }

    private static async Task AssertUnavailableAsync(PoliceRecords records, string because)
    {
        var subject = Families.Person("H01-P5").AsSubject("S1");
        foreach (
            var attempt in new Func<Task>[]
            {
                () => records.ProbeAsync(CancellationToken.None),
                () => records.FindAsync(subject, CancellationToken.None),
            }
        )
        {
            var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() => attempt());
            Assert.That(fault.Message, Does.StartWith("Police records: ").And.Contain(because));
            Assert.That(fault.ToString(), Does.Not.Contain("Hollis").And.Not.Contain("Canary"));
        }

        await Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<AgencyRecord>> ReadAsync(string person)
    {
        await using var store = PoliceStore.Of(Families);
        return await ReadAsync(store, Families.Person(person).HeldBy(AgencyCode.Police)[0]);
    }

    private static async Task<IReadOnlyList<AgencyRecord>> ReadAsync(PoliceStore store, HeldPerson held) =>
        (
            await store.Records.ReadAsync(
                new MashBroker.Matching.Candidate { RecordId = held.RecordId, Names = held.Names },
                held.Person.AsSubject("S1"),
                CancellationToken.None
            )
        ).Records;

    private static async Task<AgencyRecord> WithIntelligenceAsync(string? code)
    {
        var script = new SqlScript().Add(PoliceSample.Script(Families with { Households = [], Strangers = [] }));
        script.Insert("nominal", "NM1", "Family", "Given", null, null, null, null, null);
        script.Insert("intelligence", "IL1", null, null, "2", "B", code, null, "Was seen.", "Was seen by a source.");
        script.Insert("intelligence_person", "IL1", "NM1");
        await using var store = new PoliceStore(script.ToString());
        var person = Families.Person("H01-P5");
        var read = await store.Records.ReadAsync(
            new MashBroker.Matching.Candidate { RecordId = "NM1", Names = person.Names },
            person.AsSubject("S1"),
            CancellationToken.None
        );
        return read.Records.Single();
    }
}
