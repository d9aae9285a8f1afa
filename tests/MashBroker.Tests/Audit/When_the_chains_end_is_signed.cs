using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Audit;
using MashBroker.Ledger.Audit;
using MashBroker.Sealing;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

[CancelAfter(60_000)]
internal sealed class When_the_chains_end_is_signed
{
    private static readonly DateTimeOffset Now = HubBench.Start;

    [Test]
    public async Task The_newest_head_rides_in_the_answer_to_a_heartbeat_and_verifies_the_ledger_from_outside()
    {
        await using var bench = await HubBench.SetUpAsync("police");
        var police = await bench.AgencyAsync("police");
        await bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await bench.UntilAsync("a head", async () => await bench.ReadAsync(AuditHeadStore.NewestAsync) is not null);
        await police.SendAsync(Heartbeat(bench, police));
        var answer = (HeartbeatAnswer)(await police.ExpectAsync(LetterType.HeartbeatAnswer))[0].Letter.Body;

        var head = answer.AuditHead!;
        var kept = new KeptAuditHead(head, Convert.ToBase64String(CertificateOf(bench)), Now);
        using var root = X509Certificate2.CreateFromPem(
            await File.ReadAllTextAsync(Path.Combine(bench.KeysOf(Party.HubName), "root.crt"))
        );
        var verdict = AuditVerification.Run(bench.LedgerFile, [kept], root, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Fault, Is.Null);
            Assert.That(verdict.HeadsMet, Is.GreaterThanOrEqualTo(2));
            Assert.That(head.Sequence, Is.LessThanOrEqualTo(verdict.Rows));
        }
    }

    [TestCase(5, 0, null, 0, ExpectedResult = true, Description = "never signed")]
    [TestCase(0, 0, null, 0, ExpectedResult = false, Description = "nothing to sign")]
    [TestCase(5, 5, 5, 600, ExpectedResult = false, Description = "signed already")]
    [TestCase(6, 0, 5, 59, ExpectedResult = false, Description = "not yet")]
    [TestCase(6, 0, 5, 60, ExpectedResult = true, Description = "a minute")]
    [TestCase(6, 0, 5, -60, ExpectedResult = true, Description = "the clock stepped back")]
    [TestCase(1005, 0, 5, 1, ExpectedResult = true, Description = "a thousand rows")]
    [TestCase(6, 6, 5, 1, ExpectedResult = true, Description = "somebody waits")]
    public bool It_is_signed_when_due(long last, long wanted, int? signed, int seconds)
    {
        var end = new AuditEnd
        {
            Chain = "",
            Last = last,
            Hash = "",
            Wanted = wanted,
            SignedUpTo = signed,
            SignedAt = signed is null ? null : Now,
        };
        return AuditHeadSigner.IsDue(end, Now.AddSeconds(seconds));
    }

    private static byte[] CertificateOf(HubBench bench)
    {
        using var certificate = X509Certificate2.CreateFromPem(
            File.ReadAllText(Path.Combine(bench.KeysOf(Party.HubName), "signing.crt"))
        );
        return certificate.RawData;
    }

    private static Letter Heartbeat(HubBench bench, AgencyByHand police)
    {
        var body = new Heartbeat
        {
            AdapterVersion = "0.1.0",
            RecordsReachable = true,
            OpenRequests = 0,
        };
        var head = LetterHeads.New(
            body,
            police.Sealer.Profile,
            bench.Profile.Code,
            police.Agency,
            Party.HubName,
            Rating.Green,
            "adapter-operation",
            Now,
            Now.AddHours(1)
        );
        return new Letter(head, body);
    }
}
