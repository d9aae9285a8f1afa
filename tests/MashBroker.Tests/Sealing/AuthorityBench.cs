using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>A folder for a hub's authority and for an agency that asks it for certificates.</summary>
internal sealed class AuthorityBench : IDisposable
{
    public const string Passphrase = "six words that were drawn by dice";

    public static readonly DateTimeOffset Now = SealingWorld.Now;

    public static readonly Party Agency = new("sefton", "police");

    public static readonly TimeSpan ListLife = TimeSpan.FromDays(7);

    public string Folder { get; } = Directory.CreateTempSubdirectory("mash-authority-").FullName;

    public string Root => Path.Combine(Folder, "authority");

    /// <summary>The agency's.</summary>
    public string Keys => Path.Combine(Folder, "police");

    /// <summary>What the hub sends back.</summary>
    public string Sent => Path.Combine(Folder, "sent");

    public static NUnit.Framework.Constraints.ContainsConstraint Refused(string words) =>
        Throws.TypeOf<AuthorityException>().With.Message.Contains(words);

    public CertificateAuthority Init() =>
        CertificateAuthority.Init(
            Root,
            "sefton",
            Passphrase,
            null,
            Now,
            ListLife,
            TimeSpan.FromDays(3653),
            iterations: 1
        );

    public void Enrol(CertificateAuthority authority)
    {
        var started = PartyEnrolment.Start(Keys, Agency, renew: false);
        using var issued = authority.Issue(
            CertificateRequests.ReadFile(started.Requests),
            Agency,
            IssueTerms.Usual,
            Now
        );
        Send(authority, issued);
        PartyEnrolment.Complete(Keys, Agency, Sent, authority.RootFingerprint.ToString());
    }

    public void Send(CertificateAuthority authority, IssuedSet issued)
    {
        issued.Write(Sent);
        authority.WriteFor(Sent);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
