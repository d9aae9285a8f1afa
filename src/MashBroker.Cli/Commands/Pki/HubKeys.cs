using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>The hub's own enrolment, where authority and key folder are on one machine: nobody needs to be rung.</summary>
internal static class HubKeys
{
    /// <summary>Makes or renews the hub's three key pairs.</summary>
    /// <returns>The new certificates, for the agencies' registers; the caller disposes of them.</returns>
    public static void Make(CertificateAuthority authority, string keyFolder, IssueTerms terms, DateTimeOffset now)
    {
        var hub = new Party(authority.Hub, Party.HubName);
        var renew = File.Exists(Path.Combine(keyFolder, "signing.key"));
        var started = PartyEnrolment.Start(keyFolder, hub, renew);
        using var issued = authority.Issue(CertificateRequests.ReadFile(started.Requests), hub, terms, now);
        var folder = Path.Combine(keyFolder, "next", "certificates");
        issued.Write(folder);
        authority.WriteFor(folder);
        PartyEnrolment.Complete(keyFolder, hub, folder, authority.RootFingerprint.ToString());
        issued.Register(Path.Combine(keyFolder, Published));
    }

    /// <summary>
    /// In the hub's key folder: its certificates as agencies register them, the earlier beside the newest.
    /// </summary>
    public const string Published = "for-agencies";
}
