using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Correlation;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger.Quarantine;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using MashBroker.Tests.Correlation;
using MashBroker.Tests.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>Whatever is refused leaves one row for operations and its bytes as evidence, and nothing goes back.</summary>
internal sealed class RefusalRowTests
{
    private static readonly Lane Way = Lane.Returns("sefton", Rating.Red, "police");

    [Test]
    public async Task Every_tampered_message_leaves_a_row_its_bytes_and_no_answer()
    {
        using var ledger = await LedgerForTests.OpenAsync(new SettableClock(SealingWorld.Now));
        var intake = Intake();
        var made = RefusalTests.All.Select(refusal => (refusal.Fault, Bytes: refusal.Make())).ToList();
        foreach (var (_, bytes) in made)
        {
            var opened = SealingWorld.Open(bytes);
            var opening = new Opening
            {
                Fault = opened.Fault,
                Detail = opened.Detail,
                Signer = opened.Signer,
            };
            var taken = await ledger.Ledger.WriteAsync(
                change =>
                    intake.RecordAsync(change, new SealedDelivery(bytes, Way, "mash.sefton.police", false), opening),
                CancellationToken.None
            );
            Assert.That(taken.Kind, Is.EqualTo(IntakeKind.Refused));
        }

        var rows = await ledger.Ledger.ReadAsync(
            view => QuarantineStore.LatestAsync(view, made.Count + 1),
            CancellationToken.None
        );
        var kept = await ledger.Ledger.ReadAsync(
            view => Task.WhenAll(rows.Select(row => QuarantineStore.BytesAsync(view, row.Digest, row.Lane, row.Fault))),
            CancellationToken.None
        );
        var answers = await ledger.Ledger.ReadAsync(
            view => view.Connection.ExecuteScalarAsync<int>("select count(*) from outbox"),
            CancellationToken.None
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => (row.Fault, row.Digest)),
                Is.EquivalentTo(made.Select(each => (each.Fault.ToString(), Digest(each.Bytes))).Distinct())
            );
            Assert.That(rows.Select(row => row.BrokerUser), Is.All.EqualTo("mash.sefton.police"));
            Assert.That(rows.Select(row => row.ReceivedAt), Is.All.EqualTo(SealingWorld.Now));
            Assert.That(kept.Select(bytes => Digest(bytes!)), Is.EquivalentTo(rows.Select(row => row.Digest)));
            Assert.That(answers, Is.Zero, "the outside learns nothing, whatever the fault");
            Assert.That(
                JsonSerializer.Serialize(rows),
                Does.Not.Contain(Convert.ToBase64String(SealingWorld.Content(200))[..24]),
                "a row holds no content"
            );
        }
    }

    [Test]
    public void Every_refusal_of_a_return_has_a_test_that_brings_it_about()
    {
        var tested = new[] { typeof(ReturnPolicyTests), typeof(When_a_familys_key_is_destroyed) }
            .SelectMany(fixture => fixture.GetMethods())
            .Select(method => method.GetCustomAttribute<RefusesAttribute>()?.Refusal)
            .OfType<ReturnRefusal>();
        Assert.That(Enum.GetValues<ReturnRefusal>().Except([ReturnRefusal.None]).Except(tested), Is.Empty);
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ReturnIntake Intake()
    {
        var profile = HubProfiles.Load(HubProfiles.Sample);
        var clock = new SettableClock(SealingWorld.Now);
        var sealer = new Sealer(SealingWorld.Hub, SealingWorld.HubRegister, clock);
        return new ReturnIntake(
            profile,
            new HubLetters(profile, sealer),
            SealingWorld.HubRegister,
            new CorrelationOptions()
        );
    }
}
