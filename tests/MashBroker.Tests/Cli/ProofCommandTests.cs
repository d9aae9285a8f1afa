using System.Text.Json;
using Dapper;
using MashBroker.Cli;
using MashBroker.Cli.Commands;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Evidence;
using MashBroker.Sealing;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Tests.Evidence;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

/// <summary>What an information officer types: export, verify, prove; each ends with the code that the README names.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class ProofCommandTests
{
    private EvidenceBench _bench = null!;
    private TemporaryFolder _folder = null!;
    private CapturedConsole _console = null!;

    private string At => _bench.Web.Http.BaseAddress!.ToString();

    [OneTimeSetUp]
    public async Task SetUpBench() => _bench = await EvidenceBench.SetUpAsync();

    [OneTimeTearDown]
    public async Task TearDownBench() => await _bench.DisposeAsync();

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _console = new CapturedConsole();
    }

    [TearDown]
    public void TearDown()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Evidence_is_exported_and_verified_and_read_aloud([Values] bool content)
    {
        var file = _folder.File("evidence.zip");
        string[] export = ["evidence", "export", $"{_bench.Enquiry}", "-o", file, "--at", At];
        Assert.That(await RunAsync(content ? export : [.. export, "--without-content"]), Is.Zero);
        Assert.That(await RunAsync("evidence", "verify", file, "--root", _bench.RootFile), Is.Zero);

        var said = $"{_console.Out}".Replace(_folder.Root, "", StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said, Does.Contain("the evidence holds"));
            Assert.That(
                said,
                Does.Match("health: asked .* due ").And.Match("answered: nothing known, part 1, final: .*, LATE")
            );
            Assert.That(said, Does.Match("education: asked (.|\n)*no return"));
            Assert.That(said, Does.Contain(content ? "is in it" : "is not in it"));
            Assert.That(said, Does.Contain("enquiry published"));
            Assert.That(said, Does.Not.Match(@"\b[A-Z][a-z]+[A-Z][a-z]+"), "no name out of the program");
        }
    }

    [Test]
    public async Task Evidence_that_was_changed_ends_with_its_own_code_and_names_the_first_fault()
    {
        var changed = (byte[])_bench.WithContent.Clone();
        changed[200] ^= 1;
        await File.WriteAllBytesAsync(_folder.File("evidence.zip"), changed);

        Assert.That(
            await RunAsync("evidence", "verify", _folder.File("evidence.zip"), "--root", _bench.RootFile, "--json"),
            Is.EqualTo(ExitCode.NotGenuine)
        );
        Assert.That(_console.Error.ToString(), Does.StartWith("The evidence does not hold."));
        using var json = JsonDocument.Parse(_console.Out.ToString());
        Assert.That(json.RootElement.GetProperty("holds").GetBoolean(), Is.False);
    }

    [TestCase("CaseEntryAdded", "1 sharing-decision", "entry 1: Decision to share")]
    [TestCase("CaseClockPassed", "Allocation", "allocation to a social worker")]
    [TestCase("ReturnRecorded", "NeedMoreDetails, part 1, final", "need more details, part 1, final")]
    [TestCase("PackAssembled", "AllIn", "all in")]
    [TestCase("RatingConfirmed", "Red", "Red")]
    public void What_a_row_says_is_read_aloud_in_words(string act, string detail, string words) =>
        Assert.That(
            EvidenceWords.Detail(new ActEvidence(1, default, "hub", act, null, detail, null, null)),
            Is.EqualTo(words)
        );

    [Test]
    public async Task Did_they_get_it_is_answered_by_one_command()
    {
        Assert.That(
            await RunAsync("enquiry", "proof", $"{_bench.Enquiry}", "--root", _bench.RootFile, "--at", At),
            Is.Zero
        );
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("has it: signed for at").And.Contain("in time; the hub has signed for it")
        );
    }

    [Test]
    public async Task A_root_that_is_not_there_is_told()
    {
        Assert.That(
            await RunAsync("enquiry", "proof", $"{_bench.Enquiry}", "--root", _folder.File("none.crt"), "--at", At),
            Is.EqualTo(ExitCode.NotFound)
        );
        Assert.That(_console.Error.ToString(), Does.Contain("--root"));
    }

    [Test]
    public async Task The_record_of_acts_is_verified_from_the_file_and_the_first_bad_row_is_named()
    {
        var copy = Copy();
        Assert.That(await RunAsync("audit", "verify", "--ledger", copy, "--root", _bench.RootFile), Is.Zero);
        Assert.That(
            _console.Out.ToString(),
            Does.Match("[0-9]+ rows are what they were; [1-9][0-9]* signed heads agree")
        );

        Change(copy, "drop trigger audit_is_never_changed; update audit set actor = 'nobody' where sequence = 7");
        Assert.That(
            await RunAsync("audit", "verify", "--ledger", Path.GetDirectoryName(copy)!, "--root", _bench.RootFile),
            Is.EqualTo(ExitCode.NotGenuine)
        );
        Assert.That(_console.Error.ToString(), Does.Contain("First bad row: 7 (Edited)"));
    }

    [Test]
    public async Task A_head_from_an_agencys_file_misses_rows_that_were_cut_off()
    {
        var copy = Copy();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=false"))
        {
            var head = connection.QueryFirst<(
                long Sequence,
                string Hash,
                string At,
                byte[] Statement,
                byte[] Certificate,
                string Chain
            )>(
                """
                select sequence, hash, at, signed, (select der from certificates where der in (select der from certificates)
                    and digest = (select certificate from proofs where letter_id in (select letter_id from outbox) limit 1)),
                    (select lower(hex(id)) from audit_chain)
                from audit_heads
                order by sequence desc
                limit 1
                """
            );
            var kept = new KeptAuditHead(
                new AuditHead
                {
                    Chain = head.Chain,
                    Sequence = head.Sequence,
                    Hash = head.Hash,
                    At = DateTimeOffset.Parse(head.At, System.Globalization.CultureInfo.InvariantCulture),
                    Statement = Convert.ToBase64String(head.Statement),
                },
                Convert.ToBase64String(head.Certificate),
                _bench.Web.Hub.Clock.GetUtcNow()
            );
            await File.WriteAllBytesAsync(
                _folder.File("heads.json"),
                JsonSerializer.SerializeToUtf8Bytes(new[] { kept }, MashBroker.Contracts.Json.MashJson.Options)
            );
        }

        Change(
            copy,
            """
            drop trigger audit_is_never_deleted;
            delete from audit where sequence > 9;
            delete from audit_heads;
            update audit_chain set last = 9, hash = (select hash from audit where sequence = 9)
            """
        );
        Assert.That(await RunAsync("audit", "verify", "--ledger", copy, "--root", _bench.RootFile), Is.Zero);
        Assert.That(
            await RunAsync(
                "audit",
                "verify",
                "--ledger",
                copy,
                "--root",
                _bench.RootFile,
                "--head",
                _folder.File("heads.json")
            ),
            Is.EqualTo(ExitCode.NotGenuine)
        );
        Assert.That(_console.Error.ToString(), Does.Contain("First bad row: 10 (Truncated)"));
    }

    private string Copy()
    {
        var copy = _folder.File("ledger.db");
        using var connection = _bench.Web.Hub.Ledger.Connect();
        connection.Execute("vacuum into @copy", new { copy });
        return copy;
    }

    private static void Change(string file, string statement)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        connection.Execute(statement);
    }

    private static Task<int> RunAsync(params string[] arguments) => MashCommand.RunAsync(arguments);
}
