using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>The worked cases of the five hubs, each row a test. <c>MASH_APPROVE=1</c> writes what follows now, to be read through.</summary>
internal sealed class WorkedCaseTests
{
    private const int LeastCases = 40;

    internal static readonly string[] Hubs = ["hampshire", "northamptonshire", "havering", "sefton", "milton-keynes"];

    private static readonly Dictionary<string, HubProfile> Profiles = Hubs.ToDictionary(hub => hub, HubProfiles.Load);

    [OneTimeSetUp]
    public void Approve()
    {
        if (Environment.GetEnvironmentVariable("MASH_APPROVE") is { Length: > 0 })
        {
            foreach (var hub in Hubs)
            {
                WorkedCases
                    .Of(hub)
                    .Approve((worked, heading) => CaseAnswers.Answer(new CaseWorld(Profiles[hub], worked), heading));
            }
        }
    }

    [TestCaseSource(nameof(Rows))]
    public void A_case_comes_out_as_the_table_says(string hub, WorkedCase worked)
    {
        var world = new CaseWorld(Profiles[hub], worked);
        Assert.That(
            worked.Expected.Keys.ToDictionary(heading => heading, heading => CaseAnswers.Answer(world, heading)),
            Is.EqualTo(worked.Expected)
        );
    }

    [TestCaseSource(nameof(Hubs))]
    public void A_hub_has_forty_whole_cases_and_each_row_something_to_hold(string hub)
    {
        var cases = WorkedCases.Of(hub).Cases;
        var whole = cases.Where(worked => worked.Name.StartsWith('W')).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole, Has.Count.AtLeast(LeastCases));
            Assert.That(whole.Where(worked => !worked.IsWhole).Select(worked => worked.Name), Is.Empty);
            // No two rows tell the same case.
            Assert.That(whole.Select(Told), Is.Unique);
            Assert.That(cases.Where(worked => worked.Expected.Count == 0).Select(worked => worked.Name), Is.Empty);
            Assert.That(cases.Select(worked => worked.Name), Is.Unique);
        }
    }

    [TestCaseSource(nameof(Hubs))]
    public void Every_table_has_its_sentence(string hub) =>
        Assert.That(WorkedCases.Of(hub).TablesWithoutASentence(), Is.Empty);

    [TestCaseSource(nameof(Hubs))]
    public void Beside_a_whole_case_stand_words_that_the_page_quotes(string hub)
    {
        var cases = WorkedCases.Of(hub);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                cases
                    .Cases.Where(worked =>
                        worked.Name.StartsWith('W') && !worked.Known.ContainsKey(WorkedCase.HubsWords)
                    )
                    .Select(worked => worked.Name),
                Is.Empty
            );
            Assert.That(cases.WordsNotQuoted(), Is.Empty);
        }
    }

    [Test]
    public void There_is_a_file_of_cases_for_each_hub_and_no_other() =>
        Assert.That(
            Directory.GetFiles(WorkedCases.Folder).Select(Path.GetFileNameWithoutExtension),
            Is.EquivalentTo(Hubs)
        );

    private static string Told(WorkedCase worked) =>
        string.Join(
            "; ",
            worked
                .Known.Where(cell => cell.Key != WorkedCase.HubsWords)
                .Select(cell => $"{cell.Key}: {cell.Value}")
                .Order()
        );

    private static IEnumerable<TestCaseData> Rows() =>
        from hub in Hubs
        from worked in WorkedCases.Of(hub).Cases
        select new TestCaseData(hub, worked).SetName($"{hub} {worked.Name}");
}
