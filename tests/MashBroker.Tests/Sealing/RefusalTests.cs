using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using NUnit.Framework;
using static MashBroker.Tests.Sealing.Tampering;

namespace MashBroker.Tests.Sealing;

/// <summary>One way to tamper each, on messages whose other layers hold; the fault must be exactly the one named.</summary>
[NonParallelizable]
internal sealed class RefusalTests
{
    private static IEnumerable<Refusal> BeforeDecryption =>
        [.. RefusedOutside.All, .. RefusedAttributes.All, .. RefusedEnvelopes.All];

    private static IEnumerable<Refusal> AfterDecryption => RefusedInside.All;

    public static IEnumerable<Refusal> All => BeforeDecryption.Concat(AfterDecryption);

    public static IEnumerable<SealFault> Faults => All.Select(refusal => refusal.Fault).Distinct();

    [TestCaseSource(nameof(BeforeDecryption))]
    public void Is_refused_before_any_key_agreement(Refusal refusal)
    {
        var agreements = SealingWorld.Police.Agreements;
        var opened = SealingWorld.Open(refusal.Make());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(refusal.Fault), opened.Detail);
            Assert.That(opened.Detail, Is.Not.Empty);
            Assert.That((opened.Content.Length, opened.Evidence), Is.EqualTo((0, (byte[]?)null)));
            Assert.That(SealingWorld.Police.Agreements, Is.EqualTo(agreements));
        }
    }

    [TestCaseSource(nameof(AfterDecryption))]
    public void Is_refused_although_its_outer_signature_holds(Refusal refusal)
    {
        var agreements = SealingWorld.Police.Agreements;
        var opened = SealingWorld.Open(refusal.Make());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(refusal.Fault), opened.Detail);
            Assert.That((opened.Content.Length, opened.Evidence), Is.EqualTo((0, (byte[]?)null)));
            Assert.That(opened.Signer, Is.EqualTo(SealingWorld.Hub.Owner), "operations must see whom to ring");
            Assert.That(
                SealingWorld.Police.Agreements,
                Is.EqualTo(agreements + 1),
                "this case belongs in the other list"
            );
        }
    }

    [Test]
    public void A_letter_that_its_recipient_signs_and_seals_anew_to_somebody_else_is_refused()
    {
        // Surreptitious forwarding: the police pass the hub's signed words to health as if the hub had sent them there.
        var forHub = SealingWorld.Open(SealingWorld.Seal(Content).Bytes).Evidence!;
        var envelope = new CraftedEnvelope { Recipient = SealingWorld.Pair("hub", "agreement").Certificate }.Write(
            forHub
        );
        var forwarded = new CraftedSignature { Signer = PolicePair() }.Write(envelope);
        var opened = TripleWrap.Open(forwarded, SealingWorld.Hub, SealingWorld.HubRegister, SealingWorld.Now);
        Assert.That(opened.Fault, Is.EqualTo(SealFault.InnerSignerIsNotOuterSigner));
    }

    [Test]
    public void Keying_material_that_was_agreed_with_is_accepted()
    {
        var bytes = Enveloped(envelope => envelope with { KeyingMaterial = new byte[64] })();
        Assert.That(SealingWorld.Open(bytes).Fault, Is.EqualTo(SealFault.None));
    }

    [Test]
    public void A_recipient_named_by_issuer_and_serial_number_is_accepted()
    {
        var bytes = Enveloped(envelope => envelope with { NamedByIssuer = true })();
        Assert.That(SealingWorld.Open(bytes).Fault, Is.EqualTo(SealFault.None));
    }
}
