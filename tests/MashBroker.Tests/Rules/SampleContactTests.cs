using System.Globalization;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>The table of ops/samples/contacts/README.md, held against the files beside it.</summary>
internal sealed class SampleContactTests
{
    private const string Clock = "ddd d MMM yyyy HH:mm";

    private static readonly HubProfile Sample = HubProfiles.Load("sample");

    private static readonly TimeSpan UntilPublished = TimeSpan.FromMinutes(20);

    private static readonly string[] Files =
    [
        .. Directory
            .GetFiles(SampleContacts.Folder, "*.json")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    [TestCaseSource(nameof(Files))]
    public void A_sample_contact_is_triaged_as_the_table_says(string file)
    {
        var contact = SampleContacts.Read(file);
        var row = SampleContacts.Table().SingleOrDefault(row => row[0] == file);
        Assert.That(Row(file, row?[1] ?? "(no row)", contact), Is.EqualTo(row).AsCollection);
    }

    [Test]
    public void The_table_has_a_row_for_each_file_in_order() =>
        Assert.That(SampleContacts.Table().Select(row => row[0]), Is.EqualTo(Files));

    [Test]
    public void File_names_sort_by_the_time_the_hub_was_told() =>
        Assert.That(Files.Select(file => SampleContacts.Read(file).ReceivedAt), Is.Ordered);

    [Test]
    public void Every_criterion_of_the_hub_has_its_sample() =>
        Assert.That(
            Files
                .SelectMany(file => Find(SampleContacts.Read(file)).Criteria)
                .Select(criterion => criterion.Code)
                .Distinct(),
            Is.EquivalentTo(Sample.Criteria.Select(criterion => criterion.Code))
        );

    [Test]
    public void The_neighbour_who_told_the_hub_is_in_no_request()
    {
        var contact = SampleContacts.Read("19-member-of-the-public-accents-left-out.json");
        foreach (var ask in Plan(contact).Agencies.Select(agency => agency.Ask).OfType<AgencyAsk>())
        {
            Assert.That(ask.ConcernSummary, Does.Not.Contain("Doreen").And.Not.Contain("Whitby"));
            Assert.That(
                ask.Subjects.SelectMany(subject => subject.Names).Select(name => name.Family),
                Has.None.EqualTo("Whitby")
            );
        }
    }

    private static string[] Row(string file, string shows, Contact contact)
    {
        var finding = Find(contact);
        var plan = Plan(contact);
        return
        [
            file,
            shows,
            List(finding.Criteria.Select(criterion => criterion.Code)),
            List(finding.NearMisses.Select(miss => miss.Code)),
            finding.Suggested.Rating.ToString(),
            finding.Qualifies ? Due(plan.ReturnDue) : "no enquiry",
            Due(plan.DecisionDue),
        ];
    }

    private static TriageFinding Find(Contact contact) => Triage.Assess(Sample, contact, contact.ReceivedAt);

    private static EnquiryPlan Plan(Contact contact) =>
        EnquiryPlan.Make(
            Sample,
            contact,
            Find(contact).Suggested.Rating,
            contact.ReceivedAt,
            contact.ReceivedAt + UntilPublished,
            [.. Sample.Agencies.Select(agency => agency.Code)]
        );

    private static string List(IEnumerable<string> codes) =>
        string.Join(", ", codes) is { Length: > 0 } list ? list : "-";

    private static string Due(DueTime due) =>
        due.At.ToString(Clock, CultureInfo.InvariantCulture) + (due.Tell is null ? "" : " (out of hours)");
}
