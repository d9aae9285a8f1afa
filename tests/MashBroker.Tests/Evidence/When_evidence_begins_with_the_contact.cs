using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Evidence;

/// <summary>The evidence of an enquiry holds what was done with its contacts, from receipt on, each act at its place in the chain.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class When_evidence_begins_with_the_contact
{
    private const string Somebody = "\"by\":\"Ann Example\",\"role\":\"manager\"";

    private WebBench _web = null!;
    private X509Certificate2 _root = null!;
    private EnquiryReference _enquiry = null!;
    private string _contact = null!;
    private string _joined = null!;
    private byte[] _evidence = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _root = X509Certificate2.CreateFromPem(
            await File.ReadAllTextAsync(Path.Combine(_web.Hub.KeysOf(Party.HubName), "root.crt"))
        );
        _contact = await SubmitAsync("Shouting at night.");
        await AcceptedAsync(
            $"contacts/{_contact}/leak-override",
            $$"""{{{Somebody}},"reason":"They know.","digest":"{{new string('a', 64)}}"}"""
        );
        await SubmitAsync("Another matter of the same street.", "Thistlewick");
        await AcceptedAsync($"contacts/{_contact}/rating", $$"""{{{Somebody}},"rating":"red","reason":"Serious."}""");
        await _web.Hub.UntilAsync(
            "published",
            async () => (await _web.Hub.ContactAsync(_contact)).State is ContactState.Published
        );
        _enquiry = (await _web.Hub.ContactAsync(_contact)).EnquiryReference!;
        _joined = await SubmitAsync("Shouting again.");
        await AcceptedAsync($"contacts/{_joined}/join/{_enquiry}", $$"""{{{Somebody}},"reason":"The same family."}""");
        _evidence = await _web.Http.GetByteArrayAsync($"/api/enquiries/{_enquiry}/evidence?content=false");
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        _root.Dispose();
        await _web.DisposeAsync();
    }

    [Test]
    public void Who_received_it_let_a_text_pass_and_joined_another_is_in_it_at_its_place()
    {
        var report = EvidenceCheck.Run(_evidence, _root);

        var acts = report.Acts.Where(act => act.Subject == _contact).Select(act => act.Act).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acts[0], Is.EqualTo(nameof(AuditAct.ContactReceived)));
            Assert.That(acts, Does.Contain(nameof(AuditAct.ContactTriaged)));
            Assert.That(
                report.Acts.Single(act => act.Act == nameof(AuditAct.LeakOverridden)),
                Has.Property("Actor").EqualTo("Ann Example")
            );
            Assert.That(
                report.Acts.Where(act => act.Subject == _joined).Select(act => act.Act),
                Does.Contain(nameof(AuditAct.ContactReceived)).And.Contain(nameof(AuditAct.ContactJoined))
            );
            Assert.That(report.Acts.Select(act => act.Sequence), Is.Ordered);
            Assert.That(report.Rating!.Rating, Is.EqualTo(Rating.Red));
            Assert.That(Encoding.UTF8.GetString(_evidence), Does.Contain("mash-evidence-3"));
        }
    }

    [TestCase("\"act\":\"ContactReceived\"", "received is not shown")]
    [TestCase("\"act\":\"RatingConfirmed\"", "confirmed the rating is not shown")]
    public void A_row_of_the_contact_that_must_be_there_is_missed(string row, string told) =>
        Assert.That(FaultOf(lines => Hide(lines, row)), Does.Contain(told));

    [TestCase("\"act\":\"LeakOverridden\"", "Ann Example", "Bea Example", "one of them was changed")]
    [TestCase("\"act\":\"ContactTriaged\"", "-C-2026-000001", "-C-2026-000002", "is of no contact of this enquiry")]
    public void A_row_of_the_contact_that_was_changed_does_not_hold(
        string row,
        string before,
        string after,
        string told
    ) =>
        Assert.That(
            FaultOf(lines =>
            {
                var index = lines.FindIndex(line => line.Contains(row));
                Assert.That(lines[index], Does.Contain(before));
                lines[index] = lines[index].Replace(before, after);
            }),
            Does.Contain(told).Or.Contain("one of them was changed")
        );

    [Test]
    public void Evidence_of_before_shows_the_rating_alone_and_is_read()
    {
        var report = EvidenceCheck.Run(
            Changed(
                lines =>
                {
                    foreach (var act in lines.Where(line => line.Contains("\"ofContact\":true")).ToArray())
                    {
                        if (!act.Contains("\"act\":\"RatingConfirmed\""))
                        {
                            Hide(lines, act);
                        }
                    }
                },
                EvidenceManifest.WithRating
            ),
            _root
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Rating!.Rating, Is.EqualTo(Rating.Red));
            Assert.That(report.Acts[0].Act, Is.EqualTo(nameof(AuditAct.RatingConfirmed)));
        }

        Assert.That(
            () => EvidenceCheck.Run(Changed(_ => { }, EvidenceManifest.WithRating), _root),
            Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("not the one rating"),
            "the number says what is in it"
        );
    }

    private void Hide(List<string> lines, string holding)
    {
        var index = lines.FindIndex(line => line.Contains(holding));
        var row = JsonSerializer.Deserialize<SegmentRow>(lines[index], MashJson.Options)!;
        var entry = Convert.ToHexStringLower(AuditHash.OfEntry(row.ToEntry(_enquiry)!));
        lines[index] = Encoding.UTF8.GetString(new SegmentRow { Sequence = row.Sequence, Entry = entry }.Write());
    }

    private string FaultOf(Action<List<string>> change) =>
        Assert.Throws<EvidenceFaultException>(() => EvidenceCheck.Run(Changed(change), _root))!.Message;

    private byte[] Changed(Action<List<string>> change, string format = EvidenceManifest.FormatName)
    {
        var files = StoredZip.Read(_evidence)!.ToDictionary();
        var lines = Encoding.UTF8.GetString(files[EvidenceNames.AuditRows]).Split('\n').ToList();
        change(lines);
        files[EvidenceNames.AuditRows] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        files[EvidenceNames.Manifest] = EvidenceManifest.Of(_web.Hub.Profile.Code, _enquiry, files, format).Write();
        return StoredZip.Write(files);
    }

    private Task<string> SubmitAsync(string summary, string family = "Quillmarsh") =>
        _web.SubmitAsync(WebContact.Json(summary, family));

    private async Task AcceptedAsync(string path, string json)
    {
        using var answer = await _web.PostAsync($"/api/{path}", json);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
