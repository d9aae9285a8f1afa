using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>The police's certificates as the hub has them registered, each wrong in one way.</summary>
internal sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = SealingWorld.Now;
    private static readonly Party Police = new("sefton", "police");
    private static readonly byte[] Content = SealingWorld.Content(80);

    private string _folder = "";
    private SampleRoot _root = null!;

    public static IEnumerable<SealFault> Faults =>
        [
            SealFault.CertificateExpired,
            SealFault.CertificateNotYetValid,
            SealFault.CertificateWrongPurpose,
            SealFault.CertificateNotFromOurRoot,
            SealFault.CertificateWeak,
        ];

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("mash-certificates-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "register"));
        _root = SampleRoot.New("sefton", Now.AddYears(-5), Now.AddYears(5));
        Trust(_root.Certificate, _root.List(1, Now));
        Register(Good(CertificateUse.Agreement), "agreement");
    }

    [TearDown]
    public void RemoveFolder()
    {
        _root.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void A_message_under_a_good_certificate_is_opened() =>
        Assert.That(FaultOf(Good(CertificateUse.Signing)), Is.EqualTo(SealFault.None));

    [Test]
    public void An_expired_certificate_is_refused() =>
        Assert.That(
            FaultOf(_root.Issue(Police, CertificateUse.Signing, Now.AddYears(-1), Now.AddSeconds(-1))),
            Is.EqualTo(SealFault.CertificateExpired)
        );

    [Test]
    public void A_certificate_is_good_in_its_last_second() =>
        Assert.That(
            FaultOf(_root.Issue(Police, CertificateUse.Signing, Now.AddYears(-1), Now)),
            Is.EqualTo(SealFault.None)
        );

    [Test]
    public void A_certificate_that_is_not_yet_valid_is_refused() =>
        Assert.That(
            FaultOf(_root.Issue(Police, CertificateUse.Signing, Now.AddSeconds(1), Now.AddYears(1))),
            Is.EqualTo(SealFault.CertificateNotYetValid)
        );

    [Test]
    public void A_certificate_outlives_its_root_by_nothing()
    {
        using var shortRoot = SampleRoot.New("sefton", Now.AddYears(-2), Now.AddDays(-1));
        Trust(shortRoot.Certificate, shortRoot.List(1, Now));
        Assert.That(
            FaultOf(shortRoot.Issue(Police, CertificateUse.Signing, Now.AddYears(-1), Now.AddDays(-1))),
            Is.EqualTo(SealFault.CertificateExpired)
        );
    }

    [TestCase(X509KeyUsageFlags.KeyAgreement)]
    [TestCase(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyAgreement)]
    [TestCase(X509KeyUsageFlags.KeyCertSign)]
    [TestCase(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment)]
    public void A_certificate_for_anything_but_signing_is_refused(X509KeyUsageFlags usage) =>
        Assert.That(FaultOf(Issue(usage, ECCurve.NamedCurves.nistP256)), Is.EqualTo(SealFault.CertificateWrongPurpose));

    [Test]
    public void A_certificate_of_another_root_of_the_same_name_is_refused()
    {
        using var rogue = SampleRoot.New("sefton", Now.AddYears(-5), Now.AddYears(5));
        Assert.That(
            FaultOf(rogue.Issue(Police, CertificateUse.Signing, Now.AddYears(-1), Now.AddYears(1))),
            Is.EqualTo(SealFault.CertificateNotFromOurRoot)
        );
    }

    [Test]
    public void A_certificate_that_signed_itself_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Police.ToSubject(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        Assert.That(
            FaultOf(new CraftedPair(key, X509CertificateLoader.LoadCertificate(certificate.RawData))),
            Is.EqualTo(SealFault.CertificateNotFromOurRoot)
        );
    }

    [Test]
    public void A_certificate_that_may_issue_others_is_refused() =>
        Assert.That(
            FaultOf(IssueWith(new X509BasicConstraintsExtension(true, false, 0, true))),
            Is.EqualTo(SealFault.CertificateWrongPurpose)
        );

    [TestCase("1.3.6.1.5.5.7.3.4", SealFault.None)]
    [TestCase("1.3.6.1.5.5.7.3.1", SealFault.CertificateWrongPurpose)]
    public void A_certificate_with_an_extended_key_usage_must_be_for_mail(string purpose, SealFault fault) =>
        Assert.That(
            FaultOf(IssueWith(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false))),
            Is.EqualTo(fault)
        );

    [Test]
    public void A_certificate_on_another_curve_is_refused() =>
        Assert.That(
            FaultOf(Issue(X509KeyUsageFlags.DigitalSignature, ECCurve.NamedCurves.nistP384)),
            Is.EqualTo(SealFault.CertificateWeak)
        );

    [Test]
    public void A_certificate_renewed_while_messages_are_on_their_way_is_good_beside_the_old_one()
    {
        using var old = Good(CertificateUse.Signing);
        using var renewed = Good(CertificateUse.Signing);
        File.WriteAllText(
            Path.Combine(_folder, "register", "police.signing.crt"),
            old.Certificate.ExportCertificatePem() + "\n" + renewed.Certificate.ExportCertificatePem()
        );
        var register = TrustRegister.Load(_folder);
        Assert.That(
            new[] { Open(register, Crafted(old)).Fault, Open(register, Crafted(renewed)).Fault },
            Is.All.EqualTo(SealFault.None)
        );
    }

    [Test]
    public void The_newest_valid_certificate_is_sealed_to()
    {
        using var old = _root.Issue(Police, CertificateUse.Agreement, Now.AddDays(-100), Now.AddYears(1));
        using var renewed = _root.Issue(Police, CertificateUse.Agreement, Now.AddDays(-1), Now.AddYears(2));
        using var next = _root.Issue(Police, CertificateUse.Agreement, Now.AddDays(1), Now.AddYears(3));
        Register(Good(CertificateUse.Signing), "signing");
        File.WriteAllText(
            Path.Combine(_folder, "register", "police.agreement.crt"),
            string.Join('\n', new[] { old, renewed, next }.Select(pair => pair.Certificate.ExportCertificatePem()))
        );
        var recipient = TrustRegister.Load(_folder).Recipient(Police, Now);
        Assert.That(recipient.Digest, Is.EqualTo(SHA256.HashData(renewed.Certificate.RawData)));
    }

    [Test]
    public void Nothing_is_sealed_to_an_expired_certificate()
    {
        Register(Good(CertificateUse.Signing), "signing");
        Register(_root.Issue(Police, CertificateUse.Agreement, Now.AddYears(-1), Now.AddSeconds(-1)), "agreement");
        var register = TrustRegister.Load(_folder);
        Assert.That(
            () => register.Recipient(Police, Now),
            Throws.TypeOf<NoCertificateException>().With.Message.Contains("police@sefton").And.Message.Contains("until")
        );
    }

    [Test]
    public void Nothing_is_sealed_to_somebody_who_is_not_registered()
    {
        Register(Good(CertificateUse.Signing), "signing");
        var register = TrustRegister.Load(_folder);
        Assert.That(
            () => register.Recipient(new Party("sefton", "health"), Now),
            Throws.TypeOf<NoCertificateException>().With.Message.Contains("health.agreement.crt")
        );
    }

    private void Trust(X509Certificate2 root, byte[] list)
    {
        File.WriteAllText(Path.Combine(_folder, "root.crt"), root.ExportCertificatePem());
        TrustRegister.PutList(_folder, PemEncoding.WriteString("X509 CRL", list));
    }

    private SamplePair Good(CertificateUse use) => _root.Issue(Police, use, Now.AddDays(-1), Now.AddDays(1));

    private SamplePair Issue(X509KeyUsageFlags usage, ECCurve curve) =>
        _root.Issue(Police.ToSubject(), usage, Now.AddDays(-1), Now.AddDays(1), curve);

    /// <summary>Issued by a root of this method's own, which becomes the trusted one.</summary>
    private CraftedPair IssueWith(X509Extension extension)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forRoot = new CertificateRequest("CN=root, O=sefton", rootKey, HashAlgorithmName.SHA256);
        forRoot.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        forRoot.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(forRoot.PublicKey, false));
        using var root = forRoot.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
        Trust(root, new RootKey(rootKey, root).SignList(1, Now.AddDays(-1), Now.AddDays(1), []));

        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Police.ToSubject(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(extension);
        return new CraftedPair(key, request.Create(root, Now.AddDays(-1), Now.AddDays(1), [1, 2, 3]));
    }

    private void Register(SamplePair pair, string use)
    {
        pair.WriteCertificate(Path.Combine(_folder, "register", $"police.{use}.crt"));
        pair.Dispose();
    }

    private SealFault FaultOf(SamplePair pair)
    {
        using (pair)
        {
            return FaultOf(Crafted(pair));
        }
    }

    private SealFault FaultOf(CraftedPair pair)
    {
        File.WriteAllText(
            Path.Combine(_folder, "register", "police.signing.crt"),
            pair.Certificate.ExportCertificatePem()
        );
        return Open(TrustRegister.Load(_folder), pair).Fault;
    }

    private CraftedPair Crafted(SamplePair pair)
    {
        pair.Write(_folder, Path.GetRandomFileName());
        var file = new DirectoryInfo(_folder).GetFiles("*.key").MaxBy(found => found.CreationTimeUtc)!;
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file.FullName));
        file.Delete();
        return new CraftedPair(key, X509CertificateLoader.LoadCertificate(pair.Certificate.RawData));
    }

    private static OpenedLayers Open(TrustRegister register, CraftedPair signer)
    {
        var crafted = new CraftedSignature { Signer = signer };
        var envelope = new CraftedEnvelope { Recipient = SealingWorld.Pair("hub", "agreement").Certificate };
        var bytes = crafted.Write(envelope.Write(crafted.Write(Content)));
        return TripleWrap.Open(bytes, SealingWorld.Hub, register, Now);
    }
}
