using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;

namespace MashBroker.Testing.Sealing;

/// <summary>The authority of a folder of sample parties, at work as a hub's administrator puts it to work.</summary>
public static class SampleAuthority
{
    public static readonly TimeSpan ListLife = TimeSpan.FromDays(7);

    public static CertificateAuthority Open(string pki)
    {
        var folder = Path.Combine(pki, SamplePki.AuthorityFolder);
        return CertificateAuthority.Open(
            folder,
            RootPassphrase.Read(Path.Combine(folder, SamplePki.PassphraseFile)),
            pkcs12: null
        );
    }

    /// <summary>Revokes and puts the new list into the hub's key folder alone: how it gets anywhere else is the product's business.</summary>
    public static void Revoke(string pki, Predicate<IssuedCertificate> which, DateTimeOffset now)
    {
        using var authority = Open(pki);
        authority.Revoke(which, X509RevocationReason.KeyCompromise, now);
        TrustRegister.PutList(Path.Combine(pki, Party.HubName), authority.SignList(now, ListLife));
    }

    /// <summary>New keys for a party, its new certificates registered at those it talks to.</summary>
    /// <param name="overlap">Until others seal to the new key.</param>
    public static void Renew(string pki, Party party, DateTimeOffset now, TimeSpan overlap, params string[] registers)
    {
        using var authority = Open(pki);
        var folder = Path.Combine(pki, party.Name);
        var started = PartyEnrolment.Start(folder, party, renew: true);
        var terms = new IssueTerms(TimeSpan.FromDays(365), overlap);
        using var issued = authority.Issue(CertificateRequests.ReadFile(started.Requests), party, terms, now);
        var sent = Directory.CreateTempSubdirectory("mash-sent-").FullName;
        issued.Write(sent);
        authority.WriteFor(sent);
        foreach (var other in registers)
        {
            issued.Register(Path.Combine(pki, other));
        }
        PartyEnrolment.Complete(folder, party, sent, root: null);
        Directory.Delete(sent, recursive: true);
    }
}
