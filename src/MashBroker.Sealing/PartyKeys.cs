using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>
/// One party's own key pairs: one for signing, one for key agreement. Loaded once at start; the keys never leave this object.
/// </summary>
public sealed class PartyKeys : IDisposable
{
    /// <summary>Name of the agreement pair that was in use before the last renewal, without <c>.crt</c> and <c>.key</c>.</summary>
    internal const string Previous = "agreement.previous";

    private const int SignatureLimit = 72;

    private readonly OwnKey<ECDsa> _signing;
    private readonly OwnKey<ECDiffieHellman> _agreement;
    private long _agreements;

    private PartyKeys(PartyCertificate signing, byte[] signingKey, PartyCertificate agreement, byte[] agreementKey)
    {
        Signing = signing;
        Agreement = agreement;
        _signing = new OwnKey<ECDsa>(signingKey, ECDsa.Create);
        _agreement = new OwnKey<ECDiffieHellman>(agreementKey, ECDiffieHellman.Create);
    }

    public Party Owner => Signing.Party;

    internal PartyCertificate Signing { get; }

    internal PartyCertificate Agreement { get; }

    /// <summary>How often the agreement key was used: what is refused before decryption leaves it as it was.</summary>
    internal long Agreements => Interlocked.Read(ref _agreements);

    /// <summary>
    /// Reads <c>signing.crt</c>, <c>signing.key</c>, <c>agreement.crt</c> and <c>agreement.key</c> (PEM, PKCS#8) of a folder.
    /// </summary>
    /// <exception cref="KeyFolderException">A file is absent, unreadable, readable by others, or not what it should be; all faults at once.</exception>
    public static PartyKeys Load(string folder)
    {
        var files = new KeyFolder(folder);
        var (signing, signingKey) = LoadPair(files, "signing", CertificateUse.Signing);
        var (agreement, agreementKey) = LoadPair(files, "agreement", CertificateUse.Agreement);
        if (signing is not null && agreement is not null)
        {
            if (signing.Party != agreement.Party)
            {
                files.Fault(
                    "agreement.crt",
                    $"it names {agreement.Party}, and signing.crt names {signing.Party}",
                    "Put both certificates of one party here"
                );
            }
            if (signing.PublicPoint.AsSpan().SequenceEqual(agreement.PublicPoint))
            {
                files.Fault(
                    "agreement.crt",
                    "it has the key of signing.crt",
                    "Make a second key pair for key agreement"
                );
            }
        }
        try
        {
            files.ThrowIfFaulty();
        }
        catch (KeyFolderException)
        {
            CryptographicOperations.ZeroMemory(signingKey);
            CryptographicOperations.ZeroMemory(agreementKey);
            throw;
        }
        return new PartyKeys(signing!, signingKey!, agreement!, agreementKey!);
    }

    public void Dispose()
    {
        _signing.Dispose();
        _agreement.Dispose();
        Signing.Dispose();
        Agreement.Dispose();
    }

    internal byte[] Sign(ReadOnlySpan<byte> digest)
    {
        using var loan = _signing.Borrow();
        Span<byte> signature = stackalloc byte[SignatureLimit];
        return loan.Key.TrySignHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence, out var length)
            ? signature[..length].ToArray()
            : throw new CryptographicException("The signature is longer than one on P-256 can be.");
    }

    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    internal byte[] Agree(ReadOnlySpan<byte> point, byte[] suffix)
    {
        Interlocked.Increment(ref _agreements);
        using var loan = _agreement.Borrow();
        return KeyAgreement.Derive(loan.Key, point, suffix);
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
