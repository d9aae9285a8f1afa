using System.Security.Cryptography;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>
/// A throw-away root and certificates for evaluation and tests: one folder per party, holding its own keys, the root and the
/// certificates of those it talks to; one for the broker. The same steps as a real hub's, except that nobody rings anybody.
/// </summary>
public static class SamplePki
{
    /// <summary>The folder of the throw-away authority, beside those of the parties; its passphrase lies in it.</summary>
    public const string AuthorityFolder = "authority";

    public const string PassphraseFile = "passphrase";

    /// <summary>The folder with the broker's key pair for TLS.</summary>
    public const string BrokerFolder = "broker";

    /// <summary>The folder with the keys of those who may read who a member of the public is; no party knows it.</summary>
    public const string ReferrerRoleFolder = "referrer-identity";

    /// <summary>The folder with the role's certificate alone, for <c>mash web</c>, which must not have the key.</summary>
    public const string ReferrerCertificateFolder = "referrer-certificate";

    private static readonly string[] BrokerNames = ["localhost", "127.0.0.1"];
    private static readonly TimeSpan Validity = TimeSpan.FromDays(730);

    // A party whose clock is behind must not find the certificates not yet valid.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>
    /// Writes <c>FOLDER/&lt;party&gt;/{signing,agreement,tls}.{crt,key}</c>, <c>root.crt</c>, <c>revoked.crl</c> and <c>register/</c>
    /// for the hub and each agency (key files mode 0600), and <c>FOLDER/broker/tls.{crt,key}</c>. The revocation list is good as long
    /// as the certificates, so that a trial never goes stale. <c>FOLDER/referrer-identity</c> holds the role's keys, and
    /// <c>FOLDER/referrer-certificate</c> its certificate. All or nothing: FOLDER appears when everything is in it.
    /// </summary>
    /// <exception cref="IOException">FOLDER is there already and not empty.</exception>
    /// <exception cref="ArgumentException">A code is not lower-case letters, digits and hyphens, or is given twice.</exception>
    public static void Make(string folder, string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now)
    {
        foreach (var code in agencies.Prepend(hub).Where(code => !Party.IsCode(code)))
        {
            throw new ArgumentException($"'{code}' is no code: write lower-case letters, digits and hyphens.");
        }
        string[] taken = [Party.HubName, AuthorityFolder, BrokerFolder, ReferrerRoleFolder, ReferrerCertificateFolder];
        if (agencies.Intersect(taken).Any() || agencies.Distinct().Count() != agencies.Count)
        {
            throw new ArgumentException(
                $"Each agency is named once, and none is named {string.Join(", ", taken)}.",
                nameof(agencies)
            );
        }
        var target = Path.GetFullPath(folder);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new IOException($"'{target}' is not empty. Remove it or name another folder.");
        }
        var making = Directory.CreateDirectory($"{target}.{Path.GetRandomFileName()}").FullName;
        try
        {
            Write(making, hub, agencies, now);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }
            Directory.Move(making, target);
        }
        catch
        {
            Directory.Delete(making, recursive: true);
            throw;
        }
    }

    private static void Write(string folder, string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now)
    {
        var authorityFolder = Directory.CreateDirectory(Path.Combine(folder, AuthorityFolder)).FullName;
        var passphrase = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RootPassphrase.Shortest));
        KeyFile.WriteNew(Path.Combine(authorityFolder, PassphraseFile), passphrase);
        var made = now - Before;
        using var authority = CertificateAuthority.Init(
            authorityFolder,
            hub,
            passphrase,
            pkcs12: null,
            made,
            Before + Validity,
            Before + Validity,
            // Its passphrase lies beside it.
            iterations: 1
        );
        var terms = new IssueTerms(Before + Validity, TimeSpan.Zero);
        var parties = agencies.Prepend(Party.HubName).Select(name => new Party(hub, name)).ToList();
        var issued = new List<IssuedSet>();
        foreach (var party in parties)
        {
            var started = PartyEnrolment.Start(Path.Combine(folder, party.Name), party, renew: false);
            issued.Add(authority.Issue(CertificateRequests.ReadFile(started.Requests), party, terms, made));
        }
        foreach (var set in issued)
        {
            var sent = Path.Combine(folder, $"for-{set.Party.Name}");
            set.Write(sent);
            authority.WriteFor(sent);
            // The hub talks to everybody, an agency to the hub alone.
            foreach (var other in issued.Where(other => other != set && (IsHub(set.Party) || IsHub(other.Party))))
            {
                other.Register(sent);
            }
            PartyEnrolment.Complete(
                Path.Combine(folder, set.Party.Name),
                set.Party,
                sent,
                authority.RootFingerprint.ToString()
            );
            Directory.Delete(sent, recursive: true);
        }
        issued.ForEach(set => set.Dispose());
        WriteRole(folder, new Party(hub, ReferrerRoleFolder), authority, terms, made);
        using var broker = authority.IssueServer(BrokerNames, terms, made);
        broker.Write(Path.Combine(folder, BrokerFolder));
        authority.WriteFor(Path.Combine(folder, BrokerFolder));
    }

    // Enrolled like a party, and in nobody's register: nobody sends it anything.
    private static void WriteRole(
        string folder,
        Party role,
        CertificateAuthority authority,
        IssueTerms terms,
        DateTimeOffset made
    )
    {
        var keys = Path.Combine(folder, role.Name);
        var started = PartyEnrolment.Start(keys, role, renew: false);
        using var issued = authority.Issue(CertificateRequests.ReadFile(started.Requests), role, terms, made);
        var sent = Path.Combine(folder, $"for-{role.Name}");
        issued.Write(sent);
        authority.WriteFor(sent);
        PartyEnrolment.Complete(keys, role, sent, authority.RootFingerprint.ToString());
        Directory.Delete(sent, recursive: true);
        const string Certificate = "agreement.crt";
        var published = Directory.CreateDirectory(Path.Combine(folder, ReferrerCertificateFolder)).FullName;
        File.Copy(Path.Combine(keys, Certificate), Path.Combine(published, Certificate));
    }

    private static bool IsHub(Party party) => party.Name == Party.HubName;
}
