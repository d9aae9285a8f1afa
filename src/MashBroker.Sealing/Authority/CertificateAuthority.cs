using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Enrolment;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>
/// A hub's own authority in a folder: <c>root.crt</c>, its key encrypted by a passphrase (or elsewhere, as PKCS#12), the
/// register <c>issued.json</c> and the newest <c>revoked.crl</c>. One process at a time.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    public const string RootFile = "root.crt";

    private const string KeyFileName = "root.key";
    private const string RegisterFile = "issued.json";
    private const string ListLabel = "X509 CRL";

    // PBKDF2 with SHA-256: OWASP's figure of 2023. A guess costs an attacker a quarter of a second, as it costs us.
    private const int Iterations = 600_000;

    private static readonly X509RevocationReason[] Reasons =
    [
        X509RevocationReason.Unspecified,
        X509RevocationReason.KeyCompromise,
        X509RevocationReason.AffiliationChanged,
        X509RevocationReason.Superseded,
        X509RevocationReason.CessationOfOperation,
        X509RevocationReason.PrivilegeWithdrawn,
    ];

    private static readonly TimeSpan RootLifetime = TimeSpan.FromDays(3653);

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly RootKey _root;
    private IssuedFile _issued;

    private CertificateAuthority(string folder, FileStream held, RootKey root, IssuedFile issued, string hub)
    {
        (_folder, _lock, _root, _issued) = (folder, held, root, issued);
        Hub = hub;
    }

    /// <summary>Code of the hub, as the root's subject has it.</summary>
    public string Hub { get; }

    public X509Certificate2 Root => _root.Certificate;

    /// <summary>What an agency has the hub read out before it trusts this root.</summary>
    public Fingerprint RootFingerprint => Fingerprint.Of(Root.RawDataMemory.Span);

    public IReadOnlyList<IssuedCertificate> Issued => _issued.Certificates;

    /// <summary>Makes the root, or takes one from a PKCS#12 file that stays where it is; and a first, empty revocation list.</summary>
    /// <exception cref="AuthorityException">There is an authority already, or the PKCS#12 holds no usable root.</exception>
    public static CertificateAuthority Init(
        string folder,
        string hub,
        string passphrase,
        string? pkcs12,
        DateTimeOffset now,
        TimeSpan listLife
    ) => Init(folder, hub, passphrase, pkcs12, now, listLife, RootLifetime, Iterations);

    internal static CertificateAuthority Init(
        string folder,
        string hub,
        string passphrase,
        string? pkcs12,
        DateTimeOffset now,
        TimeSpan listLife,
        TimeSpan rootLife,
        int iterations
    )
    {
        if (!Party.IsCode(hub))
        {
            throw new AuthorityException($"'{hub}' is no code of a hub: write lower-case letters, digits and hyphens.");
        }
        Directory.CreateDirectory(folder);
        if (File.Exists(Path.Combine(folder, RootFile)))
        {
            throw new AuthorityException(
                $"{Path.Combine(folder, RootFile)}: there is an authority already. Use it, or name another folder; nothing was written."
            );
        }
        var held = AuthorityLock.Hold(folder);
        try
        {
            var root = pkcs12 is null
                ? RootKey.New($"{hub} root", hub, now - IssueTerms.Backdated, now + rootLife)
                : RootSource.FromPkcs12(pkcs12, passphrase);
            RootSource.Check(root.Certificate, hub);
            var issued = new IssuedFile();
            issued.Write(Path.Combine(folder, RegisterFile));
            if (pkcs12 is null)
            {
                KeyFile.WriteNew(Path.Combine(folder, KeyFileName), root.Export(passphrase, iterations) + "\n");
            }
            // Last: an authority is there when its root is.
            KeyFile.Replace(Path.Combine(folder, RootFile), root.Certificate.ExportCertificatePem() + "\n");
            var authority = new CertificateAuthority(folder, held, root, issued, hub);
            authority.SignList(now, listLife);
            return authority;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <exception cref="AuthorityException">There is none, its key does not open, or another process works with it.</exception>
    public static CertificateAuthority Open(string folder, string passphrase, string? pkcs12)
    {
        var rootFile = Path.Combine(folder, RootFile);
        if (!File.Exists(rootFile))
        {
            throw new AuthorityException($"{rootFile}: there is no authority here. Make one with 'mash pki init'.");
        }
        var held = AuthorityLock.Hold(folder);
        try
        {
            var certificate = X509CertificateLoader.LoadCertificateFromFile(rootFile);
            if (Party.NamesOf(certificate.SubjectName) is not { } names || !Party.IsCode(names.Organisation))
            {
                throw new AuthorityException(
                    $"{rootFile}: its subject names no hub as O=. Restore it from its backup."
                );
            }
            var root = pkcs12 is null
                ? RootSource.FromFile(Path.Combine(folder, KeyFileName), passphrase, certificate)
                : RootSource.FromPkcs12(pkcs12, passphrase);
            if (!root.Certificate.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))
            {
                throw new AuthorityException($"{pkcs12}: it holds another root than {rootFile}. Name the right file.");
            }
            var issued = IssuedFile.Read(Path.Combine(folder, RegisterFile));
            return new CertificateAuthority(folder, held, root, issued, names.Organisation);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The register alone, for whoever only looks: needs no passphrase.</summary>
    /// <exception cref="AuthorityException">There is no authority here.</exception>
    public static IReadOnlyList<IssuedCertificate> Look(string folder) =>
        IssuedFile.Read(Path.Combine(folder, RegisterFile)).Certificates;

    /// <summary>Issues what a party asked for; the caller has compared the fingerprint with the party.</summary>
    /// <exception cref="AuthorityException">A request names another party, or its key is certified already.</exception>
    public IssuedSet Issue(CertificateRequests requests, Party party, IssueTerms terms, DateTimeOffset now)
    {
        if (party.Hub != Hub)
        {
            throw new AuthorityException($"{party} is not of the hub {Hub}, whose root this is.");
        }
        var faults = requests.All.SelectMany(request => FaultsOf(request, party)).ToList();
        if (faults.Count > 0)
        {
            throw new AuthorityException(string.Join(Environment.NewLine, faults));
        }
        var made = requests.All.Select(request => Certify(request, party, terms, now)).ToList();
        Record(made.Select(each => IssuedCertificate.Of(each.Certificate, party.Name, each.Use)));
        return new IssuedSet(party, made);
    }

    /// <summary>Key pair and certificate of the broker, made here because it is the hub's own.</summary>
    /// <param name="names">Names and addresses under which it is reached.</param>
    public ServerPair IssueServer(IReadOnlyList<string> names, IssueTerms terms, DateTimeOffset now)
    {
        var pair = ServerPair.Make(_root, Hub, names, now - IssueTerms.Backdated, End(now + terms.Lifetime));
        Record([IssuedCertificate.Of(pair.Certificate, names[0], CertificateUse.TlsServer)]);
        return pair;
    }

    /// <summary>Marks certificates as revoked; it is in force once <see cref="SignList"/> has told.</summary>
    /// <returns>Those that were good before.</returns>
    /// <exception cref="AuthorityException">No certificate that is good fits, or the reason is none of those for good.</exception>
    public IReadOnlyList<IssuedCertificate> Revoke(
        Predicate<IssuedCertificate> which,
        X509RevocationReason reason,
        DateTimeOffset now
    )
    {
        if (!Reasons.Contains(reason))
        {
            // Recorded here and refused by the list, it would keep every later list from being signed.
            throw new AuthorityException(
                $"'{reason}' is no reason to revoke for good. Give one of {string.Join(", ", Reasons)}; nothing was revoked."
            );
        }
        var chosen = Issued.Where(each => each.IsGoodAt(now) && which(each)).ToHashSet();
        if (chosen.Count == 0)
        {
            throw new AuthorityException("No certificate that is still good fits this. See them with 'mash pki list'.");
        }
        Keep(_issued.Revoking(chosen, reason, now));
        return [.. chosen];
    }

    /// <summary>Signs the list of what is revoked and writes it as <c>revoked.crl</c> (PEM); its number is one more than the last.</summary>
    /// <param name="life">After it, whoever has no newer list refuses everything.</param>
    public string SignList(DateTimeOffset now, TimeSpan life)
    {
        // First the number, then the list: after a crash a number is missing, which nobody minds; none is given twice.
        Keep(_issued with { ListNumber = _issued.ListNumber + 1 });
        var der = _root.SignList(_issued.ListNumber, now - IssueTerms.Backdated, End(now + life), _issued.Revoked);
        var pem = PemEncoding.WriteString(ListLabel, der) + "\n";
        KeyFile.Replace(Path.Combine(_folder, TrustRegister.RevocationListFile), pem);
        return pem;
    }

    /// <summary>Copies the root and the newest revocation list, which every party needs, into a folder.</summary>
    public void WriteFor(string folder)
    {
        foreach (var file in new[] { RootFile, TrustRegister.RevocationListFile })
        {
            KeyFile.Replace(Path.Combine(folder, file), File.ReadAllText(Path.Combine(_folder, file)));
        }
    }

    public void Dispose()
    {
        _root.Dispose();
        _lock.Dispose();
    }

    private IEnumerable<string> FaultsOf(CertificateRequestRead request, Party party)
    {
        if (!CertificateShape.Names(request.Subject, party, request.Use))
        {
            yield return $"The request for {request.Use} names {request.Subject.Name}, which is not {party}'s: "
                + $"{CertificateShape.Subject(party, request.Use).Name} is. Ask who sent it.";
        }
        var identifier = new X509SubjectKeyIdentifierExtension(request.Key, false).SubjectKeyIdentifier;
        if (Issued.Any(each => each.KeyIdentifier == identifier))
        {
            yield return $"The key of the request for {request.Use} has a certificate already. "
                + "Have the agency run 'enrol --renew', which makes new keys.";
        }
    }

    private (CertificateUse Use, X509Certificate2 Certificate) Certify(
        CertificateRequestRead request,
        Party party,
        IssueTerms terms,
        DateTimeOffset now
    )
    {
        var from = now - IssueTerms.Backdated;
        var old = Issued
            .Where(each => each.Party == party.Name && each.Use == request.Use && each.IsGoodAt(now))
            .MaxBy(each => each.NotAfter);
        if (request.Use == CertificateUse.Agreement && old is not null)
        {
            // Nobody seals to the new key before its owner had time to install it.
            from = old.NotAfter < now + terms.Overlap ? old.NotAfter : now + terms.Overlap;
        }
        var certificate = _root.Certify(
            CertificateShape.Subject(party, request.Use),
            request.Key,
            CertificateShape.Purpose(request.Use),
            from,
            End(now + terms.Lifetime)
        );
        return (request.Use, certificate);
    }

    private DateTimeOffset End(DateTimeOffset wanted) => wanted < Root.NotAfter ? wanted : Root.NotAfter;

    private void Record(IEnumerable<IssuedCertificate> lines) =>
        Keep(_issued with { Certificates = [.. Issued, .. lines] });

    private void Keep(IssuedFile issued)
    {
        issued.Write(Path.Combine(_folder, RegisterFile));
        _issued = issued;
    }
}
