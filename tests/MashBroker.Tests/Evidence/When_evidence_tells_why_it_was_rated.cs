using System.Security.Cryptography.X509Certificates;
using System.Text;
using MashBroker.Cli;
using MashBroker.Cli.Commands;
using MashBroker.Contracts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Evidence;

/// <summary>Why somebody had the agencies asked is in the evidence of an enquiry, vouched for by the chain, with content only.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_evidence_tells_why_it_was_rated
{
    private const string Why = "He is afraid to go home tonight.";

    private WebBench _web = null!;
    private X509Certificate2 _root = null!;
    private EnquiryReference _enquiry = null!;

    private string RootFile => Path.Combine(_web.Hub.KeysOf(Party.HubName), "root.crt");

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _root = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(RootFile));
        var contact = await _web.SubmitAsync(WebContact.Json());
        using var rated = await _web.PostAsync(
            $"/api/contacts/{contact}/rating",
            $$"""{"by":"Ann Example","role":"Team manager","rating":"red","reason":"{{Why}}"}"""
        );
        await _web.Hub.UntilAsync(
            "published",
            async () => (await _web.Hub.ContactAsync(contact)).State is ContactState.Published
        );
        _enquiry = (await _web.Hub.ContactAsync(contact)).EnquiryReference!;
        using var decided = await _web.PostAsync(
            $"/api/enquiries/{_enquiry}/decision",
            """{"by":"A. Manager","role":"Team manager","outcome":"section-47","reason":"Harm.","considered":"It cannot wait."}"""
        );
        Assert.That(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        await _web.Hub.UntilAsync(
            "frozen",
            async () =>
                (await _web.Hub.ReadAsync(view => DecisionStore.OfEnquiryAsync(view, _enquiry)))
                    is [{ PackVersion: not null }]
        );
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        _root.Dispose();
        await _web.DisposeAsync();
    }

    [Test]
    public async Task It_is_there_with_content_as_that_person_put_it()
    {
        var rating = EvidenceCheck.Run(await ExportAsync(content: true), _root).Rating!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rating.Rating, Is.EqualTo(Rating.Red));
            Assert.That(rating.Reason, Is.EqualTo($"Red confirmed: {Why}"));
            Assert.That((rating.By, rating.Role), Is.EqualTo(("Ann Example", "Team manager")));
            Assert.That(rating.AskedOf, Is.EqualTo(["police"]));
        }
    }

    [Test]
    public async Task Without_content_its_digest_alone_is_there_and_the_evidence_holds()
    {
        var evidence = await ExportAsync(content: false);
        var report = EvidenceCheck.Run(evidence, _root);

        Assert.That(report.Rating!.Reason, Is.Null);
        Assert.That(Encoding.UTF8.GetString(evidence), Does.Not.Contain("afraid"));
        Assert.That(
            report.Acts.Select(act => act.Detail).OfType<string>(),
            Has.Some.Match(" sharing-decision, in words [0-9a-f]{64}$")
        );
    }

    [TestCase("afraid", "happy!")]
    [TestCase("Ann Example", "Bea Example")]
    public async Task Other_words_are_not_what_is_on_record(string said, string instead)
    {
        var fault = await ChangedAsync(files =>
            files[EvidenceNames.RatingReason] = Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(files[EvidenceNames.RatingReason])
                    .Replace(said, instead, StringComparison.Ordinal)
            )
        );

        Assert.That(fault.File, Is.EqualTo(EvidenceNames.RatingReason));
    }

    [Test]
    public async Task The_command_says_why_and_calls_the_outcome_as_the_hub_does()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await ExportAsync(content: true));
        using var console = new CapturedConsole();

        await MashCommand.RunAsync(["evidence", "verify", file, "--root", RootFile]);
        File.Delete(file);

        var name = _web.Hub.Profile.Outcomes.Single(outcome => outcome.Code == "section-47").Name;
        Assert.That(
            console.Out.ToString(),
            Does.Contain($"why, in the words of Ann Example, Team manager: Red confirmed: {Why}")
                .And.Contain($"decision 1: {name} (section-47), ")
        );
    }

    [Test]
    public async Task A_row_of_the_record_calls_it_so_too_and_says_no_digest()
    {
        var report = EvidenceCheck.Run(await ExportAsync(content: false), _root);
        var name = _web.Hub.Profile.Outcomes.Single(outcome => outcome.Code == "section-47").Name;
        var details = report.Acts.Select(act => EvidenceWords.Detail(act, report.Decisions)).OfType<string>().ToList();

        Assert.That(details, Has.Some.StartsWith($"{name} (section-47), in time"));
        Assert.That(details, Has.Some.EndsWith(": Decision to share").And.None.Contains(", in words "));
    }

    [Test]
    public void What_was_signed_before_outcomes_were_named_is_read_with_the_code()
    {
        const string Before =
            """{"statement":"decision","hub":"sample","enquiry":"SAMPLE-2026-000001","number":1,"outcome":"early-help","decidedAt":"2026-11-17T10:00:00.000Z","dueAt":"2026-11-17T10:00:00.000Z","by":"A","role":"b","absentees":[],"packVersion":1,"packDigest":"00"}""";

        var statement = DecisionStatement.Read(Encoding.UTF8.GetBytes(Before));

        Assert.That(statement, Is.Not.Null);
        Assert.That(EvidenceWords.Outcome(statement!), Is.EqualTo("Early help (early-help)").IgnoreCase);
    }

    private async Task<EvidenceFaultException> ChangedAsync(Action<Dictionary<string, byte[]>> change)
    {
        var files = StoredZip.Read(await ExportAsync(content: true))!.ToDictionary();
        change(files);
        files[EvidenceNames.Manifest] = EvidenceManifest.Of("sample", _enquiry, files).Write();
        return Assert.Throws<EvidenceFaultException>(() => EvidenceCheck.Run(StoredZip.Write(files), _root))!;
    }

    private Task<byte[]> ExportAsync(bool content) =>
        _web.Http.GetByteArrayAsync($"/api/enquiries/{_enquiry}/evidence?content={(content ? "true" : "false")}");
}
