using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using MashBroker.Testing.Sealing;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

/// <summary>The chain in a ledger's file: written by several processes, verified from the file alone.</summary>
internal sealed class AuditChainTests
{
    private static readonly EnquiryReference One = EnquiryReference.For("sample", 2026, 1);
    private static readonly EnquiryReference Two = EnquiryReference.For("sample", 2026, 2);

    private SettableClock _clock = null!;
    private LedgerForTests _ledger = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new SettableClock(SomeChain.Start);
        _ledger = await LedgerForTests.OpenAsync(_clock);
    }

    [TearDown]
    public void TearDown() => _ledger.Dispose();

    [Test]
    public async Task Two_processes_that_append_at_once_make_one_chain_without_gaps()
    {
        using var other = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = _ledger.File },
            _clock,
            new LedgerSignal(),
            CancellationToken.None
        );
        await Task.WhenAll(AppendAsync(_ledger.Ledger, One, 50), AppendAsync(other, Two, 50));

        Assert.That(Verify(), Is.EqualTo(new AuditVerdict(100, 0, null)));
    }

    [Test]
    public async Task A_change_that_fails_leaves_neither_row_nor_gap()
    {
        await AppendAsync(_ledger.Ledger, One, 1);
        using var group = new LedgerGroup(_ledger.Ledger);
        var kept = Enumerable
            .Range(0, 20)
            .Select(number =>
                group.WriteAsync(
                    async change =>
                    {
                        await AuditStore.AppendAsync(change, "hub", AuditAct.RequestSent, One);
                        return number % 2 == 0 ? number : throw new InvalidOperationException("half-way");
                    },
                    CancellationToken.None
                )
            )
            .ToList();
        await Task.WhenAll(kept.Select(each => each.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.That(Verify(), Is.EqualTo(new AuditVerdict(11, 0, null)));
    }

    [Test]
    public async Task Each_row_of_an_enquiry_names_the_one_before_it()
    {
        await AppendAsync(_ledger.Ledger, One, 2);
        await AppendAsync(_ledger.Ledger, Two, 1);
        await AppendAsync(_ledger.Ledger, One, 1);

        var rows = await _ledger.Ledger.ReadAsync(view => AuditStore.OfEnquiryAsync(view, One), CancellationToken.None);
        Assert.That(rows.Select(row => row.EnquiryPrevious), Is.EqualTo(new long?[] { null, 1, 2 }));
    }

    [TestCase("update audit set actor = 'x' where sequence = 1")]
    [TestCase("delete from audit where sequence = 1")]
    public async Task The_file_itself_refuses_a_change_of_a_row(string statement)
    {
        await AppendAsync(_ledger.Ledger, One, 2);
        Assert.That(() => Execute(statement), Throws.InstanceOf<SqliteException>().With.Message.Contains("never"));
    }

    [TestCase("update audit set actor = 'x' where sequence = 4", 4, ChainFaultKind.Edited)]
    [TestCase("update audit set act = 'Nonsense' where sequence = 4", 4, ChainFaultKind.Edited)]
    [TestCase("update audit set at = 'x' where sequence = 4", 4, ChainFaultKind.Edited)]
    [TestCase("delete from audit where sequence = 4", 4, ChainFaultKind.Deleted)]
    [TestCase("delete from audit where sequence > 4", 5, ChainFaultKind.Truncated)]
    [TestCase(
        "update audit set sequence = -1 where sequence = 4; update audit set sequence = 4 where sequence = 5; update audit set sequence = 5 where sequence = -1",
        4,
        ChainFaultKind.Edited
    )]
    [TestCase(
        "insert into audit select 11, at, actor, act, basis, purpose, enquiry_reference, enquiry_previous, subject, detail, proof, salt, previous, hash from audit where sequence = 10",
        11,
        ChainFaultKind.Edited
    )]
    [TestCase("update audit_chain set hash = zeroblob(32)", 10, ChainFaultKind.Replaced)]
    public async Task Whoever_can_write_the_file_is_seen_at_the_row(string statement, long row, ChainFaultKind kind)
    {
        await AppendAsync(_ledger.Ledger, One, 10);
        DropGuards();
        Execute(statement);

        var fault = Verify().Fault!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((row, kind)), fault.Text);
    }

    [Test]
    public async Task A_head_that_an_agency_keeps_misses_what_was_cut_off_with_every_trace_of_it()
    {
        using var parties = new SampleParties("sample", ["police"], SomeChain.Start);
        await AppendAsync(_ledger.Ledger, One, 10);
        var kept = await SignAsync(parties);
        DropGuards();
        Execute(
            """
            delete from audit where sequence > 4;
            delete from audit_heads;
            update audit_chain set last = 4, hash = (select hash from audit where sequence = 4);
            """
        );

        Assert.That(Verify().Fault, Is.Null, "The file alone cannot tell.");
        var fault = Verify(parties, kept).Fault!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((5, ChainFaultKind.Truncated)));
    }

    [Test]
    public async Task Signed_heads_agree_with_a_chain_that_nobody_touched()
    {
        using var parties = new SampleParties("sample", ["police"], SomeChain.Start);
        await AppendAsync(_ledger.Ledger, One, 3);
        var first = await SignAsync(parties);
        await AppendAsync(_ledger.Ledger, Two, 3);
        var second = await SignAsync(parties);

        // The ledger's own two, and the same two from outside.
        Assert.That(Verify(parties, first, second), Is.EqualTo(new AuditVerdict(6, 4, null)));
    }

    [TestCase("police")]
    [TestCase("nobody")]
    public async Task A_head_that_the_hub_did_not_sign_is_told(string signer)
    {
        using var parties = new SampleParties("sample", ["police"], SomeChain.Start);
        await AppendAsync(_ledger.Ledger, One, 3);
        var kept = await SignAsync(parties, signer == "police" ? signer : "hub");
        if (signer == "nobody")
        {
            kept = kept with { Head = kept.Head with { Hash = new string('0', 64) } };
        }

        Execute("delete from audit_heads");
        Assert.That(Verify(parties, kept).Fault?.Text, Does.Contain("was not signed by the hub"));
    }

    [Test]
    public async Task A_changed_row_is_named_before_a_head_that_was_made_to_fit_it()
    {
        using var parties = new SampleParties("sample", ["police"], SomeChain.Start);
        await AppendAsync(_ledger.Ledger, One, 10);
        var kept = await SignAsync(parties, "police");
        DropGuards();
        Execute("delete from audit_heads; update audit set actor = 'x' where sequence = 4");

        Assert.That(Verify(parties, kept).Fault?.Sequence, Is.EqualTo(4));
    }

    [Test]
    public async Task Acts_of_an_older_ledger_stay_beside_the_chain()
    {
        await AppendAsync(_ledger.Ledger, One, 1);
        using var connection = _ledger.Ledger.Connect();
        Assert.That(connection.ExecuteScalar<int>("select count(*) from audit_before_chain"), Is.Zero);
    }

    private async Task<KeptAuditHead> SignAsync(SampleParties parties, string signer = "hub")
    {
        var end = await _ledger.Ledger.ReadAsync(AuditHeadStore.EndAsync, CancellationToken.None);
        var statement = new AuditHeadStatement
        {
            Statement = AuditHeadStatement.Kind,
            Hub = "sample",
            Chain = end.Chain,
            Sequence = end.Last,
            Hash = end.Hash,
            At = _clock.GetUtcNow(),
        };
        var sealer = parties.Sealer(signer, _clock);
        var head = new AuditHead
        {
            Chain = end.Chain,
            Sequence = end.Last,
            Hash = end.Hash,
            At = _clock.GetUtcNow(),
            Statement = Convert.ToBase64String(sealer.SignStatement(statement.Write())),
        };
        await _ledger.Ledger.WriteAsync(
            async change =>
            {
                await AuditHeadStore.AddAsync(change, head);
                await ProofStore.AddCertificateAsync(change, sealer.Certificate);
            },
            CancellationToken.None
        );
        return new KeptAuditHead(head, Convert.ToBase64String(sealer.Certificate), _clock.GetUtcNow());
    }

    private AuditVerdict Verify() => AuditVerification.Run(_ledger.File, [], null, CancellationToken.None);

    private AuditVerdict Verify(SampleParties parties, params KeptAuditHead[] kept)
    {
        using var root = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(
            File.ReadAllText(Path.Combine(parties.FolderOf(Party.HubName), "root.crt"))
        );
        return AuditVerification.Run(_ledger.File, kept, root, CancellationToken.None);
    }

    private static async Task AppendAsync(MashBroker.Ledger.Ledger ledger, EnquiryReference enquiry, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            await ledger.WriteAsync(
                change => AuditStore.AppendAsync(change, "hub", AuditAct.RequestSent, enquiry, "police"),
                CancellationToken.None
            );
        }
    }

    private void DropGuards() => Execute("drop trigger audit_is_never_changed; drop trigger audit_is_never_deleted");

    private void Execute(string statement)
    {
        using var connection = _ledger.Ledger.Connect();
        connection.Execute(statement);
    }
}
