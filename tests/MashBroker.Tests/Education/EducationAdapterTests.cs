using MashBroker.Adapters.Education;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Education;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Education;

[TestFixture]
internal sealed class EducationAdapterTests : AgencyAdapterContract<EducationRecords>
{
    private static readonly SampleFamilies Families = EducationSamples.WithContacts(SampleFamilies.Load());
    private EducationStore _store = null!;

    protected override Subject SomebodyHeld => Families.Person("H01-P1").AsSubject("S1");

    protected override IReadOnlyList<string> Kinds =>
        [
            RecordKind.EducationEnrolment,
            RecordKind.EducationAttendance,
            RecordKind.EducationExclusion,
            RecordKind.EducationSpecialNeeds,
            RecordKind.EducationSafeguarding,
        ];

    protected override string KindHeld => RecordKind.EducationAttendance;

    [SetUp]
    public void OpenStore() => _store = EducationStore.Of(Families);

    [TearDown]
    public void CloseStore() => _store.Dispose();

    protected override Task<EducationRecords> MakeRecordsAsync() => Task.FromResult(_store.Records);

    protected override Task<EducationRecords> MakeRecordsThatAreDownAsync()
    {
        File.Delete(_store.File("pupils.csv"));
        return Task.FromResult(_store.Records);
    }

    [Test]
    public async Task States_what_the_school_wrote_even_where_it_is_wrong()
    {
        await StartAsync();
        var answer = await AskAsync(SomebodyHeld, Kinds);
        var facts = answer.Records.SelectMany(record => record.Facts).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(facts, Does.Contain(new StatedFact("date-of-birth", "2014-05-03")));
            Assert.That(facts, Does.Contain(new StatedFact("address", "41 Larch Road, Marlsea, ZX1 4BD")));
            Assert.That(facts, Does.Contain(new StatedFact("lives-with", "Dana Hollis")));
            Assert.That(facts.Select(fact => fact.Field), Does.Contain("last-seen"));
        });
    }

    [Test]
    public async Task Knows_a_parent_as_a_contact_and_names_no_other_family()
    {
        await StartAsync();
        var answer = await AskAsync(Families.Person("H01-P4").AsSubject("S2"), Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
            Assert.That(answer.Records, Has.Count.EqualTo(2), "two of her children are pupils");
            Assert.That(answer.Records.Select(record => record.Role), Has.All.EqualTo("contact of a pupil"));
            Assert.That(
                answer.Records.Select(record => record.Summary),
                Has.All.Contain("has parental responsibility")
            );
            Assert.That(answer.Records.Select(record => record.Summary), Has.None.Contains("Mia"));
        });
    }

    [Test]
    public async Task Never_returns_a_protected_address()
    {
        await StartAsync();
        foreach (var person in new[] { "H09-P1", "H09-P3" })
        {
            var answer = await AskAsync(Families.Person(person).AsSubject("S1"), Kinds);
            var said = string.Join(
                '\n',
                answer.Records.SelectMany(r => r.Facts.Select(f => f.Value).Append(r.Summary))
            );
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
            Assert.That(said, Does.Not.Contain("Harbour Lodge").And.Not.Contain("ZX9 9ZZ"));
            Assert.That(answer.Records.Select(record => record.Handling), Has.All.Contain("address protected"));
        }
    }

    [Test]
    public async Task Tells_the_school_before_from_the_transfer_file()
    {
        await StartAsync();
        var answer = await AskAsync(Families.Person("H07-P1").AsSubject("S1"), Kinds);
        Assert.That(
            answer.Records.Select(record => record.Summary),
            Has.Some.Contain("Former pupil at Formwick Junior School")
        );
    }
}
