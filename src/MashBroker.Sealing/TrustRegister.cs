using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing;

/// <summary>
/// Whom this party knows: the root it trusts, the registered certificates of each other party, and the root's revocation list.
/// A message brings no certificates of its own: who is not registered is a stranger, whatever the root has signed. Thread-safe.
/// </summary>
public sealed class TrustRegister
{
    /// <summary>File of a key folder with the revocation list (PEM) of the root beside it.</summary>
    public const string RevocationListFile = "revoked.crl";

    internal const string Folder = "register";

    private const string RootFile = "root.crt";
    private const string ListLabel = "X509 CRL";

    private readonly string _folder;
    private readonly string? _keptList;
    private readonly X509Certificate2 _root;
    private readonly Lock _changing = new();
    private volatile RegisteredParties _parties;
    private volatile RevocationList _list;
    private string _registerSeen;
    private string _listSeen;

    private TrustRegister(
        string folder,
        string? keptList,
        X509Certificate2 root,
        RegisteredParties parties,
        RevocationList list,
        (string Register, string List) seen
    )
    {
        (_folder, _keptList, _root, _parties, _list) = (folder, keptList, root, parties, list);
        (_registerSeen, _listSeen) = seen;
    }

    /// <summary>Everybody who is registered.</summary>
    public IReadOnlyCollection<Party> Parties => _parties.Parties;

    /// <summary>DER of the revocation list in force, for those who cannot fetch it themselves.</summary>
    public ReadOnlyMemory<byte> RevocationList => _list.Der;

    /// <summary>After it everything is refused, unless a newer list has come.</summary>
    public DateTimeOffset RevocationListEnds => _list.NextUpdate;

    /// <summary>
    /// Reads <c>root.crt</c>, <c>revoked.crl</c> and <c>register/&lt;party&gt;.signing.crt</c>, <c>register/&lt;party&gt;.agreement.crt</c> (PEM)
    /// of a folder. A file may hold several certificates of its party: while keys are renewed both are good. A certificate that is
    /// expired, of another root or for another purpose does not stop the load, only its party's messages; nor does a revocation
    /// list that is past its date.
    /// </summary>
    /// <param name="keptList">
    /// File in which the newest list that was offered is kept, where the key folder is not ours to write. The newer of both counts.
    /// </param>
    /// <exception cref="KeyFolderException">All faults at once.</exception>
    public static TrustRegister Load(string folder, string? keptList = null)
    {
        // Before anything is read: what is written meanwhile is seen as a change.
        var seen = SeenIn(folder);
        var files = new KeyFolder(folder);
        var root = LoadRoot(files);
        var parties = RegisteredParties.Load(files, root);
        var list = root is null ? null : LoadList(files, folder, keptList, root);
        files.ThrowIfFaulty();
        return new TrustRegister(folder, keptList, root!, parties, list!, seen);
    }

    /// <summary>Puts a new revocation list into a key folder, in one step: whoever reads finds the old or the new.</summary>
    public static void PutList(string folder, string pem) =>
        KeyFile.Replace(Path.Combine(folder, RevocationListFile), pem);

    /// <summary>Takes a revocation list into force if it is the root's and newer than ours; keeps it on disk.</summary>
    /// <exception cref="IOException">It is in force and could not be kept.</exception>
    public ListOffer Offer(ReadOnlyMemory<byte> der)
    {
        lock (_changing)
        {
            var offer = Judge(der.ToArray(), out _, out var list);
            if (offer == ListOffer.Taken)
            {
                _list = list!;
                if (_keptList is not null)
                {
                    KeyFile.Replace(_keptList, PemEncoding.WriteString(ListLabel, list!.Der) + "\n");
                }
            }
            return offer;
        }
    }

    /// <summary>
    /// Looks whether the files of the folder have changed, and takes what is new: certificates of the register, and a newer
    /// revocation list. The root and one's own keys are read at start alone.
    /// </summary>
    public RegisterChange Refresh()
    {
        lock (_changing)
        {
            var (registerSeen, listSeen) = SeenIn(_folder);
            var change = RegisterChange.Nothing;
            if (listSeen != _listSeen)
            {
                _listSeen = listSeen;
                change = TakeListFile();
            }
            if (registerSeen != _registerSeen)
            {
                _registerSeen = registerSeen;
                change = ReadParties(change);
            }
            return change;
        }
    }

    /// <summary>For each party and use, when its last usable certificate ends.</summary>
    public IReadOnlyList<CertificateEnd> Ends() =>
        [
            .. _parties
                .All.Where(each => !_list.Revokes(each.Certificate.Serial))
                .GroupBy(each => (each.Certificate.Party, each.Use))
                .Select(each => new CertificateEnd(
                    each.Key.Party,
                    each.Key.Use,
                    each.Max(one => one.Certificate.NotAfter)
                )),
        ];

    internal PartyCertificate? Signer(ReadOnlySpan<byte> keyIdentifier) => _parties.Signer(keyIdentifier);

    /// <summary>Null when the certificate may be used now: its own dates and merits, and the revocation list's word.</summary>
    internal CertificateFault? FaultOf(PartyCertificate certificate, DateTimeOffset now) =>
        certificate.FaultAt(now) ?? RevocationOf(certificate, now);

    /// <summary>What the list says of a certificate. A list past its date says nothing good of anybody: that is what its date is for.</summary>
    internal CertificateFault? RevocationOf(PartyCertificate certificate, DateTimeOffset now)
    {
        var list = _list;
        return list.Revokes(certificate.Serial) ? new(SealFault.CertificateRevoked, "it was revoked")
            : now > list.NextUpdate
                ? new(SealFault.RevocationListStale, $"the revocation list was good until {list.NextUpdate:u}")
            : null;
    }

    /// <summary>The certificate to seal to; of several that may be used, the newest.</summary>
    /// <param name="whateverTheListsDate">For what fetches a newer list, and says nothing of anybody.</param>
    /// <exception cref="NoCertificateException">There is none that may be used now; the text says why.</exception>
    internal PartyCertificate Recipient(Party party, DateTimeOffset now, bool whateverTheListsDate = false)
    {
        var certificates = _parties.Recipients(party);
        return certificates
                .Where(certificate =>
                    FaultOf(certificate, now) is var fault
                    && (fault is null || (whateverTheListsDate && fault.Fault == SealFault.RevocationListStale))
                )
                .MaxBy(found => found.NotBefore)
            ?? throw new NoCertificateException(
                $"No certificate of {party} for key agreement can be used: {FaultOf(certificates[0], now)!.Detail}. "
                    + "Register a new one, or put a newer revocation list in place."
            );
    }

    private RegisterChange TakeListFile()
    {
        var files = new KeyFolder(_folder);
        if (files.Pem(RevocationListFile, ListLabel) is not { } der)
        {
            return new RegisterChange(false, ListOffer.NotOurRoots, files.FaultText);
        }
        var offer = Judge(der, out var fault, out var list);
        if (offer == ListOffer.Taken)
        {
            _list = list!;
        }
        return new RegisterChange(
            false,
            offer,
            offer is ListOffer.NotOurRoots or ListOffer.NotNewer
                ? $"{RevocationListFile}: {fault}. The list in force stays number {_list.Number}."
                : null
        );
    }

    private RegisterChange ReadParties(RegisterChange change)
    {
        var files = new KeyFolder(_folder);
        var parties = RegisteredParties.Load(files, _root);
        if (files.FaultText is { } fault)
        {
            return change with { Fault = change.Fault is null ? fault : $"{change.Fault} {fault}" };
        }
        _parties = parties;
        return change with { PartiesRead = true };
    }

    private ListOffer Judge(byte[] der, out string fault, out RevocationList? list)
    {
        list = Trust.RevocationList.Read(der, _root, out fault);
        if (list is null)
        {
            return ListOffer.NotOurRoots;
        }
        fault = $"it is number {list.Number}, not newer than the one in force";
        return list.Number > _list.Number ? ListOffer.Taken
            : der.AsSpan().SequenceEqual(_list.Der) ? ListOffer.InForceAlready
            : ListOffer.NotNewer;
    }

    // Names, times and lengths: enough to see that somebody wrote, whatever the file system tells or does not tell of it.
    private static (string Register, string List) SeenIn(string folder)
    {
        return (Seen(Path.Combine(folder, Folder), "*.crt"), Seen(folder, RevocationListFile));

        static string Seen(string within, string pattern) =>
            Directory.Exists(within)
                ? string.Join(
                    '|',
                    new DirectoryInfo(within)
                        .GetFiles(pattern)
                        .OrderBy(file => file.Name, StringComparer.Ordinal)
                        .Select(file => $"{file.Name} {file.LastWriteTimeUtc.Ticks} {file.Length}")
                )
                : "";
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

    private static RevocationList? LoadList(KeyFolder files, string folder, string? keptList, X509Certificate2 root)
    {
        // What was kept is only ever better than what lies beside the root; if it was damaged, the next heartbeat mends it.
        var kept =
            keptList is not null && File.Exists(keptList)
                ? new KeyFolder(Path.GetDirectoryName(Path.GetFullPath(keptList))!).Pem(
                    Path.GetFileName(keptList),
                    ListLabel
                )
                : null;
        var newest = kept is null ? null : Trust.RevocationList.Read(kept, root, out _);
        if (newest is not null && !File.Exists(Path.Combine(folder, RevocationListFile)))
        {
            return newest;
        }
        if (!File.Exists(Path.Combine(folder, RevocationListFile)))
        {
            files.Fault(
                RevocationListFile,
                "it is not there",
                "Put the hub's newest revocation list here; 'mash pki crl' signs one. The folder of a trial that has none is made anew: remove it"
            );
            return null;
        }
        if (files.Pem(RevocationListFile, ListLabel) is not { } der)
        {
            return null;
        }
        if (Trust.RevocationList.Read(der, root, out var fault) is not { } list)
        {
            files.Fault(RevocationListFile, fault, "Put the hub's newest list here; 'mash pki crl' signs one");
            return null;
        }
        return newest is not null && newest.Number > list.Number ? newest : list;
    }
}
