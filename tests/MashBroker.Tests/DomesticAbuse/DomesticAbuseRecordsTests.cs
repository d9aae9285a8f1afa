using System.Text;
using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.DomesticAbuse;
using MashBroker.Testing.Families;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.DomesticAbuse;

public sealed class DomesticAbuseRecordsTests : AgencyRecordsContract
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    protected override string Agency => AgencyCode.DomesticAbuse;

    protected override string ExpectedMatchesFile => "agency-adapters/DomesticAbuse/samples/expected-matches.json";

    // Without any number in the workbook a misspelt child may always be a twin: those are left to a person.
    protected override double Floor => 0.8;

    protected override (IAgencyRecords Records, object Store) Open(SampleFamilies families)
    {
        var store = DomesticAbuseStore.Of(families);
        return (store.Records, store);
    }

    [Test]
    public async Task Tells_a_victim_of_marac_score_safe_contact_and_children()
    {
        var told = await ReadAsync("H01-P4");
        Assert.That(
            told.Select(record => record.Kind),
            Is.EquivalentTo(
                new[]
                {
                    RecordKind.DomesticAbuseMarac,
                    RecordKind.DomesticAbuseDash,
                    RecordKind.DomesticAbuseSafeContact,
                    RecordKind.DomesticAbuseChildrenListed,
                }
            )
        );
        Assert.That(told.Select(record => record.Handling), Has.All.Contains("never to the family"));
    }

    [TestCase(13, "score 13.")]
    [TestCase(14, "score 14: visible high risk (14 or more).")]
    public async Task Calls_fourteen_and_more_visible_high_risk(int score, string words)
    {
        var sample = DomesticAbuseSample.Of(Families);
        var dana = sample.Clients.Single(row => (string?)row[0] == "DV504");
        dana[10] = score;
        var told = await ReadAsync("H01-P4", sample.Write());
        Assert.That(told.Single(record => record.Kind == RecordKind.DomesticAbuseDash).Summary, Does.EndWith(words));
    }

    [Test]
    public async Task Tells_nothing_of_the_victim_under_the_perpetrators_name()
    {
        var told = await ReadAsync("H09-P4");
        var marac = told.Single();
        Assert.That(marac.Kind, Is.EqualTo(RecordKind.DomesticAbuseMarac));
        Assert.That(marac.Summary, Is.EqualTo("Heard at MARAC.").Or.EqualTo("Heard at MARAC, a repeat case."));
        Assert.That(marac.Outcome, Is.Null);
    }

    [Test]
    public async Task Hides_the_child_where_the_parent_hides_whatever_the_childs_own_row_says()
    {
        var sample = DomesticAbuseSample.Of(Families);
        var leah = sample.Children.Single(row => (string?)row[3] == "Leah");
        leah[9] = "No";
        var told = await ReadAsync("H09-P1", sample.Write());
        Assert.That(told[0].Facts, Does.Contain(new StatedFact("address", "protected")));
        Assert.That(told[0].Facts.Select(fact => fact.Value), Has.None.Contains("Harbour"));
    }

    [TestCase("yes")]
    [TestCase("Y")]
    [TestCase("see file")]
    [TestCase(" x ")]
    public async Task Any_mark_in_the_column_protects_an_address(string mark)
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Clients.Single(row => (string?)row[0] == "DV504")[9] = mark;
        var told = await ReadAsync("H01-P4", sample.Write());
        Assert.That(told[0].Facts, Does.Contain(new StatedFact("address", "protected")));
    }

    [TestCase("5/3/2014")]
    [TestCase("05/03/2014")]
    [TestCase("5 March 2014")]
    [TestCase("2014-03-05")]
    [TestCase(41703)]
    public async Task Reads_a_date_of_birth_as_people_type_it(object typed)
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Children.Single(row => (string?)row[3] == "Mia")[4] = typed;
        using var store = new DomesticAbuseStore(sample.Write());
        var found = await store.Records.FindAsync(Mia, CancellationToken.None);
        Assert.That(
            found.Single(candidate => candidate.RecordId == "DV501").DateOfBirth,
            Is.EqualTo(new DateOnly(2014, 3, 5))
        );
    }

    [Test]
    public async Task Keeps_a_person_whose_date_of_birth_is_no_date()
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Children.Single(row => (string?)row[3] == "Mia")[4] = "about 12";
        using var store = new DomesticAbuseStore(sample.Write());
        var found = await store.Records.FindAsync(Mia, CancellationToken.None);
        Assert.That(found.Single(candidate => candidate.RecordId == "DV501").DateOfBirth, Is.Null);
    }

    [Test]
    public async Task Reads_the_workbook_again_when_it_has_changed()
    {
        var sample = DomesticAbuseSample.Of(Families);
        var without = DomesticAbuseSample.Of(Families);
        without.Children.RemoveAll(row => (string?)row[3] == "Mia");
        using var store = new DomesticAbuseStore(without.Write());
        Assert.That(await FoundAsync(store), Does.Not.Contain("DV501"));
        store.Save(sample.Write());
        Assert.That(await FoundAsync(store), Does.Contain("DV501"));
    }

    [Test]
    public async Task Recovers_when_a_broken_workbook_is_put_right()
    {
        using var store = new DomesticAbuseStore(Encoding.UTF8.GetBytes("rubbish"));
        Assert.That(async () => await FoundAsync(store), Throws.TypeOf<RecordsUnavailableException>());
        store.Save(DomesticAbuseSample.Of(Families).Write());
        Assert.That(await FoundAsync(store), Does.Contain("DV501"));
    }

    [Test]
    public void A_missing_workbook_is_unavailable()
    {
        using var store = new DomesticAbuseStore(workbook: null);
        AssertUnavailable(store, "not where DomesticAbuse:Workbook says");
    }

    [Test]
    public void A_locked_workbook_is_unavailable()
    {
        using var store = DomesticAbuseStore.Of(Families);
        using var locked = new FileStream(store.Workbook, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        AssertUnavailable(store, "locked by another program");
    }

    [Test]
    public void A_workbook_that_is_too_large_is_unavailable()
    {
        using var store = DomesticAbuseStore.Of(Families);
        store.Options.LargestWorkbookBytes = 1024;
        AssertUnavailable(store, "larger than the 1024 bytes");
    }

    [TestCaseSource(nameof(Rubbish))]
    public void Rubbish_is_unavailable(byte[] rubbish)
    {
        using var store = new DomesticAbuseStore(rubbish);
        AssertUnavailable(store, "The client workbook");
    }

    [Test]
    public void Names_every_missing_sheet_and_column()
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Clients[0][4] = "Birthday";
        sample.Clients[0][9] = null;
        using var store = new DomesticAbuseStore(Xlsx.Write(("Clients", sample.Clients), ("MARAC", sample.Marac)));
        AssertUnavailable(
            store,
            "The client workbook cannot be used: sheet 'Clients' lacks the column 'Date of birth'; "
                + "sheet 'Clients' lacks the column 'Address protected'; there is no sheet 'Children'."
        );
    }

    [Test]
    public void Names_a_row_without_an_id_and_one_that_repeats_an_id()
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Clients[3][0] = null;
        sample.Clients[5][0] = sample.Clients[4][0];
        using var store = new DomesticAbuseStore(sample.Write());
        AssertUnavailable(store, "sheet 'Clients' row 4 has nothing in the column 'Client ID'");
        AssertUnavailable(store, "sheet 'Clients' row 6 repeats an id of the column 'Client ID'");
    }

    [Test]
    public async Task A_title_and_empty_rows_above_the_headings_do_no_harm()
    {
        var sample = DomesticAbuseSample.Of(Families);
        sample.Children.Insert(0, ["Children of our clients"]);
        sample.Children.Insert(1, []);
        sample.Children[2][2] = "  surname ";
        using var store = new DomesticAbuseStore(sample.Write());
        Assert.That(await FoundAsync(store), Does.Contain("DV501"));
    }

    private static IEnumerable<TestCaseData> Rubbish()
    {
        var good = DomesticAbuseSample.Of(Families).Write();
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("empty");
        yield return new TestCaseData(Encoding.UTF8.GetBytes("Client ID;Surname")).SetArgDisplayNames("text");
        yield return new TestCaseData(new byte[4096]).SetArgDisplayNames("zeros");
        for (var eighth = 1; eighth < 8; eighth++)
        {
            yield return new TestCaseData(good[..(good.Length * eighth / 8)]).SetArgDisplayNames($"cut at {eighth}/8");
        }
    }

    private static Subject Mia => Families.Person("H01-P1").AsSubject("S1");

    private static async Task<IEnumerable<string>> FoundAsync(DomesticAbuseStore store) =>
        (await store.Records.FindAsync(Mia, CancellationToken.None)).Select(candidate => candidate.RecordId);

    private static void AssertUnavailable(DomesticAbuseStore store, string because)
    {
        foreach (
            var attempt in new Func<Task>[]
            {
                () => store.Records.ProbeAsync(CancellationToken.None),
                () => store.Records.FindAsync(Mia, CancellationToken.None),
            }
        )
        {
            var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() => attempt());
            Assert.That(fault.Message, Does.Contain(because));
            Assert.That(fault.ToString(), Does.Not.Contain("Hollis").And.Not.Contain(store.Workbook));
        }
    }

    private static async Task<IReadOnlyList<AgencyRecord>> ReadAsync(string person, byte[]? workbook = null)
    {
        using var store = new DomesticAbuseStore(workbook ?? DomesticAbuseSample.Of(Families).Write());
        var held = Families.Person(person).HeldBy(AgencyCode.DomesticAbuse)[0];
        var read = await store.Records.ReadAsync(
            new Candidate { RecordId = held.RecordId, Names = held.Names },
            held.Person.AsSubject("S1"),
            CancellationToken.None
        );
        return read.Records;
    }
}
