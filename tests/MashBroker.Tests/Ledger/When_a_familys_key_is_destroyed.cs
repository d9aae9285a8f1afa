using System.Net;
using System.Text;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Correlation;
using MashBroker.Tests.Web;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>An enquiry with a return and a pack: kept so that nobody reads it in the file, and then erased with one key.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_familys_key_is_destroyed
{
    // Letters that can name nobody stay clear, and sealed ones are the agency's to open.
    private const string Protected = """
        select content from contacts
        union all select triage from contacts
        union all select reason from contacts
        union all select content from enquiries
        union all select letter from outbox where type in ('Request', 'Amendment', 'Withdrawal')
        union all select evidence from outbox where type in ('Request', 'Amendment', 'Withdrawal')
        union all select content from returns
        union all select evidence from returns
        union all select json from packs
        union all select html from packs
        union all select bytes from quarantine
        union all select content from case_entries
        """;

    private WebBench _web = null!;
    private HubBench _bench = null!;
    private AgencyByHand _police = null!;
    private Came _request = null!;
    private EnquiryReference _enquiry = null!;
    private string _contact = "";

    [SetUp]
    public async Task Enquire()
    {
        _web = await WebBench.SetUpAsync("police");
        _bench = _web.Hub;
        _police = await _bench.AgencyAsync("police");
        _enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        _request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(Answer());
        await _bench.UntilAsync(
            "a pack",
            async () =>
                await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)) is { PackVersion: 1 } found
                && (_contact = found.ContactReference).Length > 0
        );
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task Until_then_it_can_be_read_and_every_column_that_may_name_somebody_is_protected()
    {
        await _police.SendAsync(Encoding.UTF8.GetBytes($"{SomeFamily.Canary} was sealed by nobody"), Rating.Amber);
        await NoteAsync();
        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);
        await _bench.ReadAsync(async view =>
        {
            var pack = (await PackStore.FindAsync(view, _enquiry))!;
            var request = await OutboxStore.EvidenceAsync(view, _request.Letter.Head.Id);
            var row = (await ReturnStore.OfEnquiryAsync(view, _enquiry)).Single();
            var signed = await ReturnStore.EvidenceAsync(view, row.LetterId);
            var refused = (await RefusedAsync())[0];
            var rubbish = await QuarantineStore.BytesAsync(view, refused.Digest, refused.Lane, refused.Fault);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Encoding.UTF8.GetString(pack.Html), Does.Contain(SomeFamily.Canary));
                Assert.That(Encoding.UTF8.GetString(request!), Does.Contain(SomeFamily.Canary));
                Assert.That(
                    Encoding.UTF8.GetString(signed!),
                    Does.Contain("NothingKnown").IgnoreCase.Or.Contain("nothing-known")
                );
                Assert.That(Encoding.UTF8.GetString(rubbish!), Does.Contain(SomeFamily.Canary));
            }

            return true;
        });
        // The first byte is the version of what protects it; JSON begins with a brace, DER with 0x30.
        Assert.That(Kept(), Has.Count.GreaterThanOrEqualTo(9).And.All.Matches<byte[]>(kept => kept[0] == 1));
    }

    [Test]
    public async Task No_word_of_it_can_be_read_and_everything_else_goes_on()
    {
        var other = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await NoteAsync();
        await EraseAsync();

        var contacts = await _bench.ReadAsync(view => ContactStore.LatestAsync(view, 10));
        var enquiry = (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(contacts, Has.Count.EqualTo(2), "it is still in the list");
            Assert.That(() => contacts[1].Content, Throws.TypeOf<ContentErasedException>());
            Assert.That((contacts[1].TriageJson, contacts[1].RatingReason), Is.EqualTo(((string?)null, (string?)null)));
            Assert.That(() => enquiry.Content, Throws.TypeOf<ContentErasedException>());
            Assert.That(Opens(other), "another family");
            Assert.That(await StatusAsync($"packs/{_enquiry}"), Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await StatusAsync($"api/contacts/{_contact}"), Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await StatusAsync($"api/cases/{_contact}"), Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(NoteAsync, Throws.TypeOf<ContentErasedException>(), "nor can more be written of it");
            Assert.That(await StatusAsync("api/contacts"), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync("api/board"), Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    [Refuses(ReturnRefusal.EnquiryErased)]
    public async Task A_return_that_comes_afterwards_is_refused_and_not_kept_with_the_enquiry()
    {
        await EraseAsync();
        await _police.SendAsync(Answer());
        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);

        Assert.That((await RefusedAsync())[0].Fault, Is.EqualTo(nameof(ReturnRefusal.EnquiryErased)));
        Assert.That(await _bench.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, _enquiry)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_moved_to_another_row_says_so_and_shows_nothing()
    {
        var other = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        Change(
            $"update enquiries set content = (select content from enquiries where reference = '{_enquiry}') where reference = '{other}'"
        );
        var moved = (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, other)))!;
        Assert.That(
            () => moved.Content,
            Throws
                .TypeOf<VaultException>()
                .With.Message.Contains("enquiries.content")
                .And.Message.Not.Contains(SomeFamily.Canary)
        );
    }

    private Letter Answer() =>
        _police.Answering(_request, SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2")));

    private Task<int> NoteAsync() =>
        _bench.Ledger.WriteAsync(
            async change =>
                await CaseFile.AddAsync(
                    change,
                    (await ContactStore.FindAsync(change, _contact))!,
                    new Note
                    {
                        By = "Ann Example",
                        Role = "manager",
                        Text = SomeFamily.Canary,
                    }
                ),
            CancellationToken.None
        );

    private async Task EraseAsync()
    {
        var enquiry = (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)))!;
        Assert.That(Encoding.UTF8.GetString(enquiry.Content), Does.Contain(SomeFamily.Canary), "before");
        await _bench.Ledger.Vault.DestroyAsync([enquiry.KeyId], CancellationToken.None);
    }

    private bool Opens(EnquiryReference enquiry) =>
        _bench.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)).Result!.Content.Length > 0;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _web.Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private Task<IReadOnlyList<RefusedMessage>> RefusedAsync() =>
        _bench.ReadAsync(view => QuarantineStore.LatestAsync(view, 10));

    private List<byte[]> Kept()
    {
        using var connection = new SqliteConnection($"Data Source={_bench.LedgerFile};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<byte[]?>(Protected).OfType<byte[]>()];
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_bench.LedgerFile};Pooling=False");
        Assert.That(connection.Execute(sql), Is.EqualTo(1));
    }
}
