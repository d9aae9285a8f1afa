using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Retention;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>What is kept of a family is erased when its period is over or somebody asks for it, unless it is held.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_familys_time_is_over
{
    private const string Decision =
        """{"by":"R. Okafor","role":"information officer","reason":"Asked for by the court"}""";

    private WebBench _web = null!;
    private HubBench _bench = null!;
    private AgencyByHand _police = null!;
    private Came _request = null!;
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task Enquire()
    {
        // This is about periods: the hub asks for no steps before it declines.
        var profile = HubProfiles.Load(HubProfiles.Sample) with
        {
            NoEnquiry = HubDefaults.NoEnquiry,
        };
        _web = await WebBench.SetUpAsync(profile, ["police"]);
        _bench = _web.Hub;
        _police = await _bench.AgencyAsync("police");
        _enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        _request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(_request, SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2")));
        await _bench.UntilAsync(
            "a pack",
            async () => await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)) is { PackVersion: 1 }
        );
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task The_evidence_that_remains_proves_the_erasure_too()
    {
        await ActAsync("erase");
        using var root = X509Certificate2.CreateFromPem(
            await File.ReadAllTextAsync(Path.Combine(_bench.KeysOf(Party.HubName), "root.crt"))
        );

        var report = EvidenceCheck.Run(
            await _web.Http.GetByteArrayAsync(
                new Uri($"api/enquiries/{_enquiry}/evidence?content=true", UriKind.Relative)
            ),
            root
        );

        Assert.That((report.Erasure?.Enquiry, report.WithContent), Is.EqualTo((_enquiry, false)));
    }

    [Test]
    public async Task Nothing_of_it_can_be_read_and_the_certificate_proves_what_is_gone()
    {
        Assert.That((await ActAsync("erase")).GetProperty("erasedAt").ValueKind, Is.EqualTo(JsonValueKind.String));

        var certificate = await _web.Http.GetByteArrayAsync(
            new Uri($"api/retention/{_enquiry}/certificate", UriKind.Relative)
        );
        var statement = Verified(certificate);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatusAsync($"packs/{_enquiry}"), Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(statement.GetProperty("statement").GetString(), Is.EqualTo(ErasureCertificate.Kind));
            Assert.That(statement.GetProperty("enquiry").GetString(), Is.EqualTo(_enquiry.ToString()));
            Assert.That(
                statement.GetProperty("letters").EnumerateArray().Select(letter => letter.GetString()),
                Has.Member(_request.Digest)
            );
            Assert.That(statement.GetRawText(), Does.Not.Contain(SomeFamily.Canary));
            Assert.That(
                Rows<long>("select count(*) from lookups"),
                Is.EqualTo(new[] { 0 }),
                "nobody is found through it"
            );
            Assert.That(
                Rows<long>("select count(*) from outbox where type = 'Request' and sealed is not null"),
                Is.EqualTo(new[] { 0 })
            );
            Assert.That(
                AuditVerification.Run(_bench.LedgerFile, [], root: null, CancellationToken.None).Fault,
                Is.Null,
                "the chain still verifies"
            );
        }
    }

    [Test]
    public async Task Every_agency_that_was_asked_is_told_until_it_has_certified()
    {
        await ActAsync("erase");
        var instruction = (await _police.ExpectAsync(LetterType.PurgeInstruction))[0];
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        await _police.ExpectAsync(LetterType.PurgeInstruction, 2);

        var certificate = new PurgeCertificate { PurgedAt = _bench.Clock.GetUtcNow(), LettersErased = 4 };
        await _police.SendAsync(_police.Answering(instruction, certificate));
        await _bench.UntilAsync("certified", async () => (await PurgesAsync())[0].CertifiedAt is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(instruction.Letter.Head.Enquiry, Is.EqualTo(_enquiry));
            Assert.That((await PurgesAsync())[0].LettersErased, Is.EqualTo(4));
            Assert.That(
                Rows<long>("select count(*) from outbox where type = 'PurgeInstruction' and settled_at is null"),
                Is.EqualTo(new[] { 0 })
            );
        }
    }

    [Test]
    public async Task A_return_that_is_refused_before_or_after_can_be_opened_no_more()
    {
        var stranger = SomeReturn.Of(SomeReturn.NothingKnown("S9"));
        await _police.SendAsync(_request, stranger);
        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);
        await ActAsync("erase");
        await _police.SendAsync(_request, SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2")));
        await _bench.UntilAsync("refused again", async () => (await RefusedAsync()).Count == 2);

        var refused = await RefusedAsync();
        Assert.That(await BytesAsync(refused[0]), Is.Empty, "after: its digest alone is kept");
        Assert.That(
            () => BytesAsync(refused[1]),
            Throws.TypeOf<ContentErasedException>(),
            "before: gone with the family"
        );
    }

    [Test]
    public async Task Why_it_was_asked_for_stands_on_record()
    {
        await ActAsync("erase");

        Assert.That(
            Rows<string>("select actor || '; ' || purpose from audit where act = 'ErasureBegun'"),
            Is.EqualTo(new[] { "R. Okafor; information officer: Asked for by the court" })
        );
        var instruction = (PurgeInstruction)(await _police.ExpectAsync(LetterType.PurgeInstruction))[0].Letter.Body;
        Assert.That(instruction.Reason, Does.Contain("asked to erase"));
    }

    [Test]
    public async Task No_pack_falls_due_for_what_is_erased_before_everybody_answered()
    {
        var open = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        using var erased = await _web.PostAsync($"/api/retention/{open}/erase", Decision);
        Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var due = await _bench.ReadAsync(view => PackStore.DueAsync(view, HubBench.Start.AddDays(30), most: 10));
        Assert.That(due, Is.Empty);
    }

    [Test]
    public async Task The_period_of_each_outcome_is_counted_and_what_is_over_goes_by_itself()
    {
        var declined = await _web.SubmitAsync(WebContact.Json(family: "Quillmeadow"));
        using var decided = await _web.PostAsync(
            $"/api/contacts/{declined}/no-enquiry",
            """{"by":"R. Okafor","role":"manager","reason":"Told twice.","rating":"amber","departsFromCriteria":"Told twice."}"""
        );
        Assert.That(decided.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var waiting = await _web.SubmitAsync(WebContact.Json(family: "Quillbourne"));
        await _bench.StopHubAsync();
        _bench.Profile = _bench.Profile with
        {
            Retention = [new RetentionRule(RetentionRule.Enquiry, 14), new RetentionRule(RetentionRule.NoEnquiry, 13)],
        };
        _bench.Clock.Advance(HubBench.Start.AddMonths(13).AddDays(3) - HubBench.Start);
        await _bench.StartHubAsync();
        await _bench.UntilAsync("the first", async () => (await ErasedAsync()).Count == 1);
        var first = await ErasedAsync();
        _bench.Clock.Advance(TimeSpan.FromDays(31));
        await _bench.UntilAsync("the second", async () => (await ErasedAsync()).Count == 2);

        Assert.That(first[0].ContactReference, Is.EqualTo(declined));
        var all = await ErasedAsync();
        Assert.That(all.Select(each => each.Grounds), Is.EquivalentTo(new[] { "enquiry", "no-enquiry" }));
        Assert.That(all.Select(each => each.ContactReference), Has.No.Member(waiting), "nobody has decided it");
    }

    [Test]
    public async Task A_legal_hold_keeps_it_until_it_is_released()
    {
        await ActAsync("hold");
        using var refused = await _web.PostAsync($"/api/retention/{_enquiry}/erase", Decision);
        using var twice = await _web.PostAsync($"/api/retention/{_enquiry}/hold", Decision);
        var due = await DueAsync();
        await ActAsync("release");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(due, Is.Empty, "held, whatever its period");
            Assert.That(await DueAsync(), Has.Count.EqualTo(1));
            Assert.That((await ActAsync("erase")).GetProperty("grounds").GetString(), Is.EqualTo(ErasureStore.Asked));
        }
    }

    [Test]
    public async Task A_hub_that_was_stopped_in_between_goes_on_where_it_was()
    {
        await _bench.StopHubAsync();
        await _bench.StartHubAsync(worker: false);
        var contact = (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)))!.ContactReference;
        await _bench.Ledger.WriteAsync(
            async change =>
                await ErasureStore.BeginAsync(
                    change,
                    (await ContactStore.FindAsync(change, contact))!,
                    RetentionRule.Enquiry,
                    "hub",
                    askedBy: null
                ),
            CancellationToken.None
        );
        await _bench.StopHubAsync();
        await _bench.StartHubAsync();
        await _bench.UntilAsync(
            "erased",
            async () => (await _bench.ReadAsync(view => ErasureStore.FindAsync(view, contact)))!.ErasedAt is not null
        );

        Assert.That(
            Rows<string>("select act from audit where act in ('ErasureBegun', 'ContentErased') order by sequence"),
            Is.EqualTo(new[] { nameof(AuditAct.ErasureBegun), nameof(AuditAct.ContentErased) })
        );
    }

    [Test]
    public async Task Whoever_asks_for_it_says_who_they_are_and_why()
    {
        using var answer = await _web.PostAsync($"/api/retention/{_enquiry}/erase", "{}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
            Is.EquivalentTo(new[] { "by", "role", "reason" })
        );
    }

    private Task<IReadOnlyList<string>> DueAsync() =>
        _bench.ReadAsync(view =>
            ErasureStore.DueAsync(view, RetentionRule.Enquiry, [], HubBench.Start.AddYears(1), most: 10)
        );

    private async Task<IReadOnlyList<ErasureRow>> ErasedAsync() =>
        [
            .. (await _bench.ReadAsync(view => ErasureStore.LatestAsync(view, 10))).Where(each =>
                each.ErasedAt is not null
            ),
        ];

    private Task<IReadOnlyList<RefusedMessage>> RefusedAsync() =>
        _bench.ReadAsync(view => QuarantineStore.LatestAsync(view, 10));

    private Task<byte[]?> BytesAsync(RefusedMessage refused) =>
        _bench.ReadAsync(view => QuarantineStore.BytesAsync(view, refused.Digest, refused.Lane, refused.Fault));

    private Task<IReadOnlyList<PurgeRow>> PurgesAsync() =>
        _bench.ReadAsync(view => ErasureStore.PurgesOfAsync(view, _enquiry));

    private JsonElement Verified(byte[] certificate)
    {
        using var keys = PartyKeys.Load(_bench.KeysOf("police"));
        var opener = new Opener(keys, TrustRegister.Load(_bench.KeysOf("police")), _bench.Clock);
        var opened = opener.OpenStatement(certificate);
        Assert.That(opened, Is.Not.Null, "signed by the hub");
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(opened!.Content.Span));
        return json.RootElement.Clone();
    }

    private async Task<JsonElement> ActAsync(string act)
    {
        using var answer = await _web.PostAsync($"/api/retention/{_enquiry}/{act}", Decision);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _web.Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private List<T> Rows<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_bench.LedgerFile};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<T>(sql)];
    }
}
