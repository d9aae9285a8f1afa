using System.Security.Cryptography;
using System.Text;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Sealing;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Evidence;

[CancelAfter(120_000)]
internal sealed class When_keys_of_evidence_are_gone_or_revoked
{
    private EvidenceBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await EvidenceBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task What_was_erased_is_still_proven_and_says_nothing_of_anybody()
    {
        var destroyed = await _bench.Web.Hub.ReadAsync(async view =>
        {
            if (await EnquiryStore.KeyOfAsync(view, _bench.Enquiry) is not { } key)
            {
                return false;
            }

            await view.Vault.DestroyAsync([key], CancellationToken.None);
            return true;
        });
        Assert.That(destroyed);

        var evidence = await _bench.ExportAsync(content: true);
        var report = _bench.Check(evidence);
        var all = string.Concat(StoredZip.Read(evidence)!.Values.Select(Encoding.UTF8.GetString));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WithContent, Is.False);
            Assert.That(report.Agencies.Select(agency => agency.Returns.Count), Is.EqualTo(new[] { 1, 1, 0 }));
            Assert.That(report.Agencies[1].Returns[0].Late, Is.True);
            Assert.That(all, Does.Not.Contain(SomeFamily.Canary));
        }
    }

    [Test]
    public async Task A_certificate_that_was_revoked_afterwards_spoils_nothing_and_one_revoked_before_does(
        [Values] bool before
    )
    {
        var pki = Path.GetDirectoryName(_bench.Web.Hub.KeysOf(Party.HubName))!;
        var now = _bench.Web.Hub.Clock.GetUtcNow();
        SampleAuthority.Revoke(pki, each => each.Party == "health", before ? now.AddHours(-1) : now.AddHours(1));
        var pem = await File.ReadAllTextAsync(Path.Combine(pki, Party.HubName, TrustRegister.RevocationListFile));
        var list = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
        await _bench.Web.Hub.Ledger.WriteAsync(
            change => ProofStore.AddRevocationListAsync(change, list),
            CancellationToken.None
        );

        var evidence = await _bench.ExportAsync(content: false);
        if (before)
        {
            Assert.That(
                () => _bench.Check(evidence),
                Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("health@sample was revoked before")
            );
        }
        else
        {
            Assert.That(_bench.Check(evidence).Agencies[1].Returns, Has.Count.EqualTo(1));
            var files = StoredZip.Read(evidence)!.ToDictionary(file => file.Key, file => file.Value);
            var gone = files.Keys.First(name => name.StartsWith("revocation/", StringComparison.Ordinal));
            files.Remove(gone);
            files["manifest.json"] = EvidenceManifest.Of("sample", _bench.Enquiry, files).Write();
            Assert.That(
                () => _bench.Check(StoredZip.Write(files)),
                Throws.TypeOf<EvidenceFaultException>().With.Message.Contains("it is missing")
            );
        }
    }
}
