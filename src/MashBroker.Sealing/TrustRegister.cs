using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>
/// Whom this party knows: the root it trusts and the registered certificates of each other party. A message brings no
/// certificates of its own: who is not registered is a stranger, whatever the root has signed.
/// </summary>
public sealed class TrustRegister
{
    /// <summary>File of a key folder with the revocation list (PEM) of the root beside it.</summary>
    public const string RevocationListFile = "revoked.crl";

    internal const string Folder = "register";

    private const string RootFile = "root.crt";
    private const string SigningEnd = ".signing.crt";
    private const string AgreementEnd = ".agreement.crt";

    private readonly Dictionary<string, PartyCertificate> _signers;
    private readonly Dictionary<Party, List<PartyCertificate>> _recipients;

    private TrustRegister(
        Dictionary<string, PartyCertificate> signers,
        Dictionary<Party, List<PartyCertificate>> recipients
    )
    {
        _signers = signers;
        _recipients = recipients;
    }

    /// <summary>Everybody who is registered.</summary>
    public IReadOnlyCollection<Party> Parties => _recipients.Keys;

    /// <summary>
    /// Reads <c>root.crt</c> and <c>register/&lt;party&gt;.signing.crt</c>, <c>register/&lt;party&gt;.agreement.crt</c> (PEM) of a folder.
    /// A file may hold several certificates of its party: while keys are renewed both are good. A certificate that is expired,
    /// of another root or for another purpose does not stop the load, only its party's messages.
    /// </summary>
    /// <exception cref="KeyFolderException">All faults at once.</exception>
    public static TrustRegister Load(string folder)
    {
        var files = new KeyFolder(folder);
        var root = LoadRoot(files);
        var signers = new Dictionary<string, PartyCertificate>(StringComparer.Ordinal);
        var recipients = new Dictionary<Party, List<PartyCertificate>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var names = files.Files(Folder);
        foreach (var name in names.Where(name => name.EndsWith(".crt", StringComparison.Ordinal)))
        {
            LoadFile(files, root, names, name, keys, signers, recipients);
        }
        if (recipients.Count == 0)
        {
            files.Fault($"{Folder}/", "nobody is registered in it", "Put the certificates of the other parties here");
        }
        files.ThrowIfFaulty();
        return new TrustRegister(signers, recipients);
    }

    /// <summary>Puts a new revocation list into a key folder, in one step: whoever reads finds the old or the new.</summary>
    public static void PutList(string folder, string pem) =>
        KeyFile.Replace(Path.Combine(folder, RevocationListFile), pem);

    internal PartyCertificate? Signer(ReadOnlySpan<byte> keyIdentifier) =>
        _signers.GetValueOrDefault(Convert.ToHexString(keyIdentifier));

    /// <summary>The certificate to seal to; of several that are valid, the newest.</summary>
    /// <exception cref="NoCertificateException">There is none that is valid now; the text says why.</exception>
    internal PartyCertificate Recipient(Party party, DateTimeOffset now)
    {
        if (!_recipients.TryGetValue(party, out var certificates))
        {
            throw new NoCertificateException(
                $"Nobody named {party} is registered. Put {party.Name}{SigningEnd} and {party.Name}{AgreementEnd} into the folder '{Folder}'."
            );
        }
        return certificates.Where(certificate => certificate.FaultAt(now) is null).MaxBy(found => found.NotBefore)
            ?? throw new NoCertificateException(
                $"No certificate of {party} for key agreement can be used: {certificates[0].FaultAt(now)!.Detail}. Register a new one."
            );
    }

    private static X509Certificate2? LoadRoot(KeyFolder files)
    {
        var certificates = files.Certificates(RootFile);
        if (certificates.Count > 1)
        {
            files.Fault(RootFile, "it holds several certificates", "Leave only the root of the hub");
        }
        return certificates.Count == 1 ? certificates[0] : null;
    }

    private static void LoadFile(
        KeyFolder files,
        X509Certificate2? root,
        IReadOnlyList<string> names,
        string name,
        HashSet<string> keys,
        Dictionary<string, PartyCertificate> signers,
        Dictionary<Party, List<PartyCertificate>> recipients
    )
    {
        var file = $"{Folder}/{name}";
        var use = name.EndsWith(SigningEnd, StringComparison.Ordinal)
            ? CertificateUse.Signing
            : CertificateUse.Agreement;
        var end = use == CertificateUse.Signing ? SigningEnd : AgreementEnd;
        if (!name.EndsWith(end, StringComparison.Ordinal))
        {
            files.Fault(
                file,
                "its name says not whose and what for",
                $"Call it PARTY{SigningEnd} or PARTY{AgreementEnd}"
            );
            return;
        }
        var code = name[..^end.Length];
        var counterpart = code + (use == CertificateUse.Signing ? AgreementEnd : SigningEnd);
        if (!names.Contains(counterpart))
        {
            files.Fault(
                $"{Folder}/{counterpart}",
                "it is not there",
                $"Every party has two certificates; {name} is one"
            );
        }
        foreach (var certificate in files.Certificates(file))
        {
            if (Party.FromSubject(certificate.SubjectName) is not { } party || party.Name != code)
            {
                files.Fault(
                    file,
                    $"it does not name its party as CN={code}, O=HUB",
                    "Put that party's certificate here"
                );
            }
            else if (PartyCertificate.Read(certificate, party, use, root) is not { } read)
            {
                files.Fault(file, "it has no subject key identifier", "Have it issued with that extension");
            }
            else if (!keys.Add(Convert.ToHexString(read.KeyIdentifier)))
            {
                files.Fault(
                    file,
                    "another certificate has its key identifier",
                    "Each certificate has a key of its own"
                );
            }
            else if (use == CertificateUse.Signing)
            {
                signers.Add(Convert.ToHexString(read.KeyIdentifier), read);
            }
            else
            {
                if (!recipients.TryGetValue(party, out var list))
                {
                    recipients[party] = list = [];
                }
                list.Add(read);
            }
        }
    }
}
