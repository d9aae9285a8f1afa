using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing;

/// <summary>
/// One party's own key pairs: one for signing, one or while keys are renewed two for key agreement. Loaded once at start; the keys never leave this object.
/// </summary>
public sealed class PartyKeys : IDisposable
{
    /// <summary>Name of the agreement pair that was in use before the last renewal, without <c>.crt</c> and <c>.key</c>.</summary>
    internal const string Previous = "agreement.previous";

    private const int SignatureLimit = 72;

    private readonly OwnKey<ECDsa> _signing;
    private readonly List<OwnPair> _pairs;
    private long _agreements;

    private PartyKeys(PartyCertificate signing, byte[] signingKey, List<OwnPair> pairs, DateTimeOffset? tlsEnds)
    {
        Signing = signing;
        _signing = new OwnKey<ECDsa>(signingKey, ECDsa.Create);
        _pairs = pairs;
        Ends =
        [
            new CertificateEnd(Owner, CertificateUse.Signing, signing.NotAfter),
            new CertificateEnd(Owner, CertificateUse.Agreement, Agreement.NotAfter),
            .. tlsEnds is { } end ? new[] { new CertificateEnd(Owner, CertificateUse.TlsClient, end) } : [],
        ];
    }

    public Party Owner => Signing.Party;

    /// <summary>When its own certificates end, that for TLS included when it is there.</summary>
    public IReadOnlyList<CertificateEnd> Ends { get; }

    internal PartyCertificate Signing { get; }

    /// <summary>The newest; the one before it still opens what is under way.</summary>
    internal PartyCertificate Agreement => _pairs[0].Certificate;

    /// <summary>How often the agreement key was used: what is refused before decryption leaves it as it was.</summary>
    internal long Agreements => Interlocked.Read(ref _agreements);

    /// <summary>
    /// Reads <c>signing.crt</c>, <c>signing.key</c>, <c>agreement.crt</c> and <c>agreement.key</c> (PEM, PKCS#8) of a folder, and of
    /// <c>agreement.previous</c> where keys were renewed.
    /// </summary>
    /// <exception cref="KeyFolderException">A file is absent, unreadable, readable by others, or not what it should be; all faults at once.</exception>
    public static PartyKeys Load(string folder)
    {
        var files = new KeyFolder(folder);
        var (signing, signingKey) = LoadPair(files, "signing", CertificateUse.Signing);
        string[] names = File.Exists(Path.Combine(folder, $"{Previous}.key")) ? ["agreement", Previous] : ["agreement"];
        var agreements = names.Select(name => (name, LoadPair(files, name, CertificateUse.Agreement))).ToList();
        foreach (var (name, (certificate, _)) in agreements)
        {
            CheckBeside(files, $"{name}.crt", certificate, signing);
        }
        var tls = LoadTls(files, folder);
        try
        {
            files.ThrowIfFaulty();
        }
        catch (KeyFolderException)
        {
            CryptographicOperations.ZeroMemory(signingKey);
            agreements.ForEach(each => CryptographicOperations.ZeroMemory(each.Item2.Key));
            throw;
        }
        var pairs = agreements.Select(each => new OwnPair(each.Item2.Certificate!, each.Item2.Key!)).ToList();
        return new PartyKeys(signing!, signingKey!, pairs, tls);
    }

    public void Dispose()
    {
        _signing.Dispose();
        Signing.Dispose();
        _pairs.ForEach(pair => pair.Dispose());
    }

    /// <summary>The key pair that an envelope names as its recipient; null when it is for somebody else.</summary>
    internal OwnPair? Addressed(ReadOnlySpan<byte> named, bool byIdentifier)
    {
        foreach (var pair in _pairs)
        {
            var certificate = pair.Certificate;
            if (
                named.SequenceEqual(
                    byIdentifier ? certificate.RecipientKeyIdentifier : certificate.IssuerAndSerialNumber
                )
            )
            {
                return pair;
            }
        }
        return null;
    }

    /// <summary>Null when answers can reach this party now: while keys are renewed, under the old certificate or the new.</summary>
    internal CertificateFault? AgreementFaultAt(DateTimeOffset now) =>
        _pairs.Any(pair => pair.Certificate.FaultAt(now) is null) ? null : Agreement.FaultAt(now);

    internal byte[] Sign(ReadOnlySpan<byte> digest)
    {
        using var loan = _signing.Borrow();
        Span<byte> signature = stackalloc byte[SignatureLimit];
        return loan.Key.TrySignHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence, out var length)
            ? signature[..length].ToArray()
            : throw new CryptographicException("The signature is longer than one on P-256 can be.");
    }

    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    internal byte[] Agree(OwnPair pair, ReadOnlySpan<byte> point, byte[] suffix)
    {
        Interlocked.Increment(ref _agreements);
        using var loan = pair.Key.Borrow();
        return KeyAgreement.Derive(loan.Key, point, suffix);
    }

    private static void CheckBeside(
        KeyFolder files,
        string file,
        PartyCertificate? agreement,
        PartyCertificate? signing
    )
    {
        if (signing is null || agreement is null)
        {
            return;
        }
        if (signing.Party != agreement.Party)
        {
            files.Fault(
                file,
                $"it names {agreement.Party}, and signing.crt names {signing.Party}",
                "Put both certificates of one party here"
            );
        }
        if (signing.PublicPoint.AsSpan().SequenceEqual(agreement.PublicPoint))
        {
            files.Fault(file, "it has the key of signing.crt", "Make a second key pair for key agreement");
        }
    }

    // Sealing does not use it; whoever connects to the broker does. Its key is held to the same rule, and its end is told of.
    private static DateTimeOffset? LoadTls(KeyFolder files, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "tls.crt")))
        {
            return null;
        }
        if (files.PrivateKey("tls.key") is { } key)
        {
            CryptographicOperations.ZeroMemory(key);
        }
        return files.Certificates("tls.crt") is [var certificate, ..] ? certificate.NotAfter : null;
    }

    private static (PartyCertificate? Certificate, byte[]? Key) LoadPair(
        KeyFolder files,
        string name,
        CertificateUse use
    )
    {
        var file = $"{name}.crt";
        var certificates = files.Certificates(file);
        var key = files.PrivateKey($"{name}.key");
        if (certificates.Count == 0)
        {
            return (null, key);
        }
        if (certificates.Count > 1)
        {
            files.Fault(file, "it holds several certificates", "Leave only the one that belongs to the key");
            return (null, key);
        }
        var certificate = LoadCertificate(files, file, use, certificates[0]);
        if (certificate is not null && key is not null && !Belongs(key, certificate))
        {
            files.Fault($"{name}.key", $"it is not the key of {file}", "Put certificate and key of one pair here");
        }
        return (certificate, key);
    }

    private static PartyCertificate? LoadCertificate(
        KeyFolder files,
        string file,
        CertificateUse use,
        X509Certificate2 certificate
    )
    {
        if (CertificateChecks.OwnMerits(certificate, use) is { } fault)
        {
            files.Fault(file, fault.Detail, "Have a certificate issued as contracts/wire-format.md describes");
            return null;
        }
        if (Party.FromSubject(certificate.SubjectName) is not { } party)
        {
            files.Fault(file, "its subject names no party", "Have it issued for a subject like CN=police, O=sefton");
            return null;
        }
        var read = PartyCertificate.Read(certificate, party, use, root: null);
        if (read is null)
        {
            files.Fault(file, "it has no subject key identifier", "Have it issued with that extension");
        }
        return read;
    }

    private static bool Belongs(byte[] pkcs8, PartyCertificate certificate)
    {
        try
        {
            using var key = ECDiffieHellman.Create();
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return certificate.PublicPoint.SequenceEqual(KeyAgreement.PointOf(key));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>The start must stop: the text names each file, its fault and the remedy.</summary>
public sealed class KeyFolderException(string message) : Exception(message);
