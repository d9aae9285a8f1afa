using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Evidence;

[CancelAfter(120_000)]
internal sealed class EvidenceTests
{
    private const int Seed = 20261122;

    private EvidenceBench _bench = null!;

    private static readonly string[] Kinds =
    [
        "manifest.json",
        "audit/rows.jsonl",
        "audit/head.der",
        "certificates/",
        "revocation/",
        "-request-police.json",
        "-request-police",
        "-receipt-health.der",
        "-return-police.json",
        "-return-police",
        "-return-receipt-health.der",
        "-chaser-education.der",
        "decisions/decision-01.der",
        "decisions/addendum-01.der",
    ];

    [OneTimeSetUp]
    public async Task SetUp() => _bench = await EvidenceBench.SetUpAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    private byte[] Exported(bool content) => content ? _bench.WithContent : _bench.WithoutContent;

    [Test]
    public void It_proves_who_was_asked_what_when_and_who_answered_late_or_not([Values] bool content)
    {
        var report = _bench.Check(Exported(content));
        var (police, health, education) = (report.Agencies[0], report.Agencies[1], report.Agencies[2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Enquiry, Is.EqualTo(_bench.Enquiry));
            Assert.That(report.WithContent, Is.EqualTo(content));
            Assert.That(
                report.Agencies.Select(agency => agency.Agency),
                Is.EqualTo(new[] { "police", "health", "education" })
            );
            Assert.That(police.AskedAt, Is.EqualTo(HubBench.Start));
            Assert.That(police.ReceivedThereAt, Is.EqualTo(HubBench.Start));
            Assert.That(
                (police.Returns[0].Answer, police.Returns[0].Late, police.Returns[0].Receipted),
                Is.EqualTo((AnswerKind.NothingKnown, false, true))
            );
            Assert.That((health.Returns[0].Late, health.Returns[0].Receipted), Is.EqualTo((true, true)));
            Assert.That(education.ReceiptAt, Is.Not.Null);
            Assert.That(education.Returns, Is.Empty);
            Assert.That(report.Acts.Select(act => act.Act), Does.Contain("EnquiryPublished").And.Contain("FlagRaised"));
        }
    }

    [Test]
    public void It_proves_the_decision_its_pack_and_what_came_after_it([Values] bool content)
    {
        var report = _bench.Check(Exported(content));
        var (decision, withPack) = report.Decisions.Single();
        var addendum = report.Addenda.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((decision.Outcome, decision.By), Is.EqualTo(("early-help", "A. Manager")));
            Assert.That(
                decision.Absentees.Select(absentee => absentee.Agency),
                Does.Contain("health").And.Not.Contain("police")
            );
            Assert.That((withPack, addendum.WithPack), Is.EqualTo((content, content)));
            Assert.That(addendum.Statement.Agencies, Is.EqualTo(new[] { "health" }));
            Assert.That((addendum.Effect, addendum.JudgedBy), Is.EqualTo(("WouldNotHaveChanged", "A. Manager")));
            Assert.That(addendum.Statement.PackDigest, Is.Not.EqualTo(decision.PackDigest));
        }
    }

    [Test]
    public void It_proves_by_whose_rating_the_agencies_were_asked([Values] bool content)
    {
        var report = _bench.Check(Exported(content));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.Rating!.Rating, report.Rating.At), Is.EqualTo((Rating.Amber, HubBench.Start)));
            Assert.That(report.Rating.By, Is.EqualTo(report.Acts.Single(act => act.Act == "EnquiryPublished").Actor));
            Assert.That(
                report.Acts.Single(act => act.Act == "RatingConfirmed").Sequence,
                Is.EqualTo(report.Rating.Row)
            );
        }
    }

    [Test]
    public void A_rating_that_was_taken_out_is_missed()
    {
        var files = StoredZip.Read(_bench.WithoutContent)!.ToDictionary(file => file.Key, file => file.Value);
        var lines = Encoding.UTF8.GetString(files["audit/rows.jsonl"]).Split('\n');
        Hide("RatingConfirmed");

        Assert.That(
            () => _bench.Check(Pack(files)),
            Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("confirmed the rating is not shown")
        );
        // As evidence was given out before rows of the contact were in it.
        Hide("\"ofContact\":true");
        files["manifest.json"] = EvidenceManifest
            .Of("sample", _bench.Enquiry, files, EvidenceManifest.WithoutRating)
            .Write();
        Assert.That(_bench.Check(StoredZip.Write(files)).Rating, Is.Null);

        void Hide(string holding)
        {
            foreach (var (index, line) in lines.Index().Where(line => line.Item.Contains(holding)).ToArray())
            {
                var row = JsonSerializer.Deserialize<SegmentRow>(line, MashJson.Options)!;
                var digest = Convert.ToHexStringLower(AuditHash.OfEntry(row.ToEntry(_bench.Enquiry)!));
                lines[index] = Encoding.UTF8.GetString(
                    new SegmentRow { Sequence = row.Sequence, Entry = digest }.Write()
                );
            }

            files["audit/rows.jsonl"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        }
    }

    [TestCase("Rated \"Green\"", "\"detail\":\"Amber\"", "\"detail\":\"Green\"")]
    [TestCase("by another", "\"actor\":\"", "\"actor\":\"Not ")]
    public void A_rating_that_is_another_does_not_hold(string what, string before, string after)
    {
        var files = StoredZip.Read(_bench.WithContent)!.ToDictionary(file => file.Key, file => file.Value);
        var lines = Encoding.UTF8.GetString(files["audit/rows.jsonl"]).Split('\n');
        var rated = Array.FindIndex(lines, line => line.Contains("RatingConfirmed"));
        Assert.That(lines[rated], Does.Contain(before), what);
        lines[rated] = lines[rated].Replace(before, after, StringComparison.Ordinal);
        files["audit/rows.jsonl"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        Assert.That(() => _bench.Check(Pack(files)), Throws.TypeOf<EvidenceFaultException>(), what);
    }

    [Test]
    public void What_of_a_file_that_was_packed_anew_is_other_than_expected_is_said()
    {
        var bytes = _bench.WithoutContent;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FaultOf([.. bytes, 1, 2]), Does.Contain("2 bytes stand after its end"));
            Assert.That(FaultOf(bytes[..^30]), Does.Contain("no zip, or its end is missing"));
            Assert.That(FaultOf(Repacked(CompressionLevel.Optimal)), Does.Contain("is compressed"));
            Assert.That(
                FaultOf(Repacked(CompressionLevel.NoCompression)),
                Does.Contain("is other than expected, in the entry 'audit/head.der': its ")
            );
            Assert.That(
                FaultOf(Repacked(CompressionLevel.NoCompression, backwards: true)),
                Does.Contain("its entry 1 is")
            );
            Assert.That(FaultOf(ChangedAt(bytes, 10)), Does.Contain("byte 10 ").And.Contain("its date"));
            Assert.That(
                FaultOf(ChangedAt(bytes, bytes.Length - 30)),
                Does.Contain("the list of entries").Or.Contain("entry")
            );
        }

        string FaultOf(byte[] changed) => Assert.Throws<EvidenceFaultException>(() => _bench.Check(changed))!.Message;

        byte[] Repacked(CompressionLevel level, bool backwards = false)
        {
            using var written = new MemoryStream();
            using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            {
                var files = StoredZip.Read(bytes)!.OrderBy(file => file.Key, StringComparer.Ordinal);
                foreach (var (name, content) in backwards ? files.Reverse() : files)
                {
                    using var entry = zip.CreateEntry(name, level).Open();
                    entry.Write(content);
                }
            }

            return written.ToArray();
        }

        static byte[] ChangedAt(byte[] bytes, int at)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;
            return changed;
        }
    }

    [TestCase("decisions/decision-01.der")]
    [TestCase("decisions/decision-01.pack.json")]
    [TestCase("decisions/addendum-01.der")]
    [TestCase("decisions/addendum-01.judgement.json")]
    public void A_file_of_a_decision_that_is_another_is_named(string name)
    {
        var files = StoredZip.Read(_bench.WithContent)!.ToDictionary();
        Assert.That(files, Contains.Key(name));
        files[name] = [.. files[name], (byte)' '];
        files["manifest.json"] = EvidenceManifest.Of("sample", _bench.Enquiry, files).Write();

        var fault = Assert.Throws<EvidenceFaultException>(() => _bench.Check(StoredZip.Write(files)));

        Assert.That(fault!.File, Is.EqualTo(name));
    }

    [Test]
    public void Without_content_it_names_nobody_and_quotes_nobody()
    {
        var files = StoredZip.Read(_bench.WithoutContent)!;
        var all = string.Concat(files.Values.Select(Encoding.UTF8.GetString));
        var with = string.Concat(StoredZip.Read(_bench.WithContent)!.Values.Select(Encoding.UTF8.GetString));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(with, Does.Contain(SomeFamily.Canary), "With content it does: the search can find.");
            Assert.That(all, Does.Not.Contain(SomeFamily.Canary).And.Not.Contain("headline"));
            Assert.That(files.Keys, Has.None.Match("-(request|return)-[a-z]+\\.der$"));
        }
    }

    [Test]
    public void Rows_of_other_enquiries_show_nothing_but_a_digest()
    {
        var rows = Encoding.UTF8.GetString(StoredZip.Read(_bench.WithoutContent)!["audit/rows.jsonl"]).Split('\n');
        Assert.That(
            rows.Where(row => row.Contains("\"entry\"")),
            Is.Not.Empty.And.All.Match("^{\"sequence\":[0-9]+,\"entry\":\"[0-9a-f]{64}\"}$")
        );
    }

    [Test]
    public async Task Evidence_without_content_is_made_and_holds_after_the_content_is_gone()
    {
        await _bench.Web.Hub.Ledger.WriteAsync(
            change =>
                Dapper.SqlMapper.ExecuteAsync(
                    change.Connection,
                    "create table gone as select 1; update outbox set evidence = null, letter = null; update returns set evidence = zeroblob(0), content = zeroblob(0); update receipts set evidence = zeroblob(0)",
                    transaction: change.Transaction
                ),
            CancellationToken.None
        );
        var report = _bench.Check(await _bench.ExportAsync(content: false));
        Assert.That(report.Agencies[1].Returns[0].Late, Is.True);
    }

    [Test]
    public void Any_byte_of_the_file_that_was_changed_is_seen([Values] bool content)
    {
        var evidence = Exported(content);
        var random = new Random(Seed);
        for (var time = 0; time < 1000; time++)
        {
            var changed = (byte[])evidence.Clone();
            var place = random.Next(changed.Length);
            changed[place] ^= (byte)(1 << random.Next(8));
            Assert.That(
                () => _bench.Check(changed),
                Throws.TypeOf<EvidenceFaultException>(),
                $"Seed {Seed}, byte {place}."
            );
        }
    }

    /// <summary>As somebody would who knows how the file is made: the container and the manifest are made to fit.</summary>
    [Test]
    public void Any_byte_within_that_was_changed_is_seen_when_all_around_was_made_to_fit(
        [ValueSource(nameof(Kinds))] string kind,
        [Values] bool content
    )
    {
        var files = StoredZip.Read(Exported(content))!;
        var name = files.Keys.FirstOrDefault(name => name.Contains(kind, StringComparison.Ordinal));
        Assert.That(name, Is.Not.Null, kind);
        var random = new Random(Seed);
        for (var time = 0; time < 60; time++)
        {
            var changed = files.ToDictionary(file => file.Key, file => (byte[])file.Value.Clone());
            var place = random.Next(changed[name!].Length);
            changed[name!][place] ^= (byte)(1 << random.Next(8));
            var packed = Pack(changed, fit: name != "manifest.json");
            Assert.That(
                () => _bench.Check(packed),
                Throws.TypeOf<EvidenceFaultException>(),
                $"Seed {Seed}, {name}, byte {place}."
            );
        }
    }

    [Test]
    public void A_letter_that_was_taken_out_is_missed(
        [Values("-request-police", "-receipt-health", "-return-health", "-return-receipt-police", "-chaser-education")]
            string letter
    )
    {
        var files = StoredZip
            .Read(_bench.WithContent)!
            .Where(file => !file.Key.Contains(letter, StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => file.Value);
        Assert.That(files, Has.Count.LessThan(StoredZip.Read(_bench.WithContent)!.Count));
        Assert.That(() => _bench.Check(Pack(files)), Throws.TypeOf<EvidenceFaultException>());
    }

    [Test]
    public void A_letter_that_was_taken_out_together_with_what_its_row_says_is_missed()
    {
        var files = StoredZip.Read(_bench.WithoutContent)!.ToDictionary(file => file.Key, file => file.Value);
        var last = files.Keys.Where(name => name.Contains("-return-health", StringComparison.Ordinal)).ToList();
        last.ForEach(name => files.Remove(name));
        var lines = Encoding.UTF8.GetString(files["audit/rows.jsonl"]).Split('\n');
        var index = Array.FindIndex(lines, line => line.Contains("ReturnRecorded") && line.Contains("late"));
        var row = JsonSerializer.Deserialize<SegmentRow>(lines[index], MashJson.Options)!;
        var entry = row.ToEntry(_bench.Enquiry)!;
        var hidden = new SegmentRow
        {
            Sequence = row.Sequence,
            Entry = Convert.ToHexStringLower(AuditHash.OfEntry(entry)),
        };
        lines[index] = Encoding.UTF8.GetString(hidden.Write());
        files["audit/rows.jsonl"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        Assert.That(
            () => _bench.Check(Pack(files)),
            Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("of this enquiry, which is not shown")
        );
    }

    [Test]
    public void A_file_that_nothing_proves_is_told()
    {
        var files = StoredZip.Read(_bench.WithContent)!.ToDictionary(file => file.Key, file => file.Value);
        files["letters/9999-note.txt"] = [1];
        Assert.That(
            () => _bench.Check(Pack(files)),
            Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("9999-note.txt")
        );
    }

    [Test]
    public void Under_another_root_it_proves_nothing()
    {
        using var strangers = new SampleParties("sample", ["police"], HubBench.Start);
        using var root = X509Certificate2.CreateFromPem(
            File.ReadAllText(Path.Combine(strangers.FolderOf("hub"), "root.crt"))
        );
        Assert.That(
            () => EvidenceCheck.Run(_bench.WithContent, root),
            Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("the root")
        );
    }

    private byte[] Pack(Dictionary<string, byte[]> files, bool fit = true)
    {
        if (fit)
        {
            files["manifest.json"] = EvidenceManifest.Of("sample", _bench.Enquiry, files).Write();
        }

        return StoredZip.Write(files);
    }
}
