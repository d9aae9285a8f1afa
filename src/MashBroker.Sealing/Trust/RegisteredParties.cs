using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Trust;

/// <summary>The registered certificates of a key folder as they were at one moment, each chained to the root once.</summary>
internal sealed class RegisteredParties
{
    private const string SigningEnd = ".signing.crt";
    private const string AgreementEnd = ".agreement.crt";

    private readonly KeyFolder _files;
    private readonly X509Certificate2? _root;
    private readonly Dictionary<string, PartyCertificate> _signers = new(StringComparer.Ordinal);
    private readonly Dictionary<Party, List<PartyCertificate>> _recipients = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    private RegisteredParties(KeyFolder files, X509Certificate2? root) => (_files, _root) = (files, root);

    public IReadOnlyCollection<Party> Parties => _recipients.Keys;

    public IEnumerable<(CertificateUse Use, PartyCertificate Certificate)> All =>
        _signers
            .Values.Select(each => (CertificateUse.Signing, each))
            .Concat(_recipients.Values.SelectMany(each => each).Select(each => (CertificateUse.Agreement, each)));

    /// <summary>Faults are noted in <paramref name="files"/>; what this gives is good for use only when there are none.</summary>
    public static RegisteredParties Load(KeyFolder files, X509Certificate2? root)
    {
        var registered = new RegisteredParties(files, root);
        var names = files.Files(TrustRegister.Folder);
        foreach (var name in names.Where(name => name.EndsWith(".crt", StringComparison.Ordinal)))
        {
            registered.LoadFile(names, name);
        }
        if (registered._recipients.Count == 0)
        {
            files.Fault(
                $"{TrustRegister.Folder}/",
                "nobody is registered in it",
                "Put the certificates of the other parties here"
            );
        }
        return registered;
    }

    public PartyCertificate? Signer(ReadOnlySpan<byte> keyIdentifier) =>
        _signers.GetValueOrDefault(Convert.ToHexString(keyIdentifier));

    /// <exception cref="NoCertificateException">The party is not registered.</exception>
    public IReadOnlyList<PartyCertificate> Recipients(Party party) =>
        _recipients.TryGetValue(party, out var certificates)
            ? certificates
            : throw new NoCertificateException(
                $"Nobody named {party} is registered. Put {party.Name}{SigningEnd} and {party.Name}{AgreementEnd} into the folder '{TrustRegister.Folder}'."
            );

    private void LoadFile(IReadOnlyList<string> names, string name)
    {
        var file = $"{TrustRegister.Folder}/{name}";
        var use = name.EndsWith(SigningEnd, StringComparison.Ordinal)
            ? CertificateUse.Signing
            : CertificateUse.Agreement;
        var end = use == CertificateUse.Signing ? SigningEnd : AgreementEnd;
        if (!name.EndsWith(end, StringComparison.Ordinal))
        {
            _files.Fault(
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
            _files.Fault(
                $"{TrustRegister.Folder}/{counterpart}",
                "it is not there",
                $"Every party has two certificates; {name} is one"
            );
        }
        foreach (var certificate in _files.Certificates(file))
        {
            Add(certificate, code, use, file);
        }
    }

    private void Add(X509Certificate2 certificate, string code, CertificateUse use, string file)
    {
        if (Party.FromSubject(certificate.SubjectName) is not { } party || party.Name != code)
        {
            _files.Fault(file, $"it does not name its party as CN={code}, O=HUB", "Put that party's certificate here");
        }
        else if (PartyCertificate.Read(certificate, party, use, _root) is not { } read)
        {
            _files.Fault(file, "it has no subject key identifier", "Have it issued with that extension");
        }
        else if (!_keys.Add(Convert.ToHexString(read.KeyIdentifier)))
        {
            _files.Fault(file, "another certificate has its key identifier", "Each certificate has a key of its own");
        }
        else if (use == CertificateUse.Signing)
        {
            _signers.Add(Convert.ToHexString(read.KeyIdentifier), read);
        }
        else
        {
            if (!_recipients.TryGetValue(party, out var list))
            {
                _recipients[party] = list = [];
            }
            list.Add(read);
        }
    }
}
