using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>
/// A throw-away root and certificates for evaluation and tests: one folder per party, holding its own keys, the root and the
/// certificates of those it talks to. A real hub enrols its agencies instead.
/// </summary>
public static class SamplePki
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(730);

    // A party whose clock is behind must not find the certificates not yet valid.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>
    /// Writes <c>FOLDER/&lt;party&gt;/{signing,agreement}.{crt,key}</c>, <c>root.crt</c> and <c>register/</c> for the hub and each
    /// agency (key files mode 0600). The root's key is not kept. All or nothing: FOLDER appears when everything is in it.
    /// </summary>
    /// <exception cref="IOException">FOLDER is there already and not empty.</exception>
    /// <exception cref="ArgumentException">A code is not lower-case letters, digits and hyphens, or is given twice.</exception>
    public static void Make(string folder, string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now)
    {
        foreach (var code in agencies.Prepend(hub).Where(code => !Party.IsCode(code)))
        {
            throw new ArgumentException($"'{code}' is no code: write lower-case letters, digits and hyphens.");
        }
        if (agencies.Contains(Party.HubName) || agencies.Distinct().Count() != agencies.Count)
        {
            throw new ArgumentException("Each agency is named once, and none is named 'hub'.", nameof(agencies));
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
        using var root = SampleRoot.New(hub, now - Before, now + Validity);
        var parties = agencies.Prepend(Party.HubName).Select(name => new Party(hub, name)).ToList();
        var issued = parties.ToDictionary(
            party => party,
            party =>
                (
                    Signing: root.Issue(party, CertificateUse.Signing, now - Before, now + Validity),
                    Agreement: root.Issue(party, CertificateUse.Agreement, now - Before, now + Validity)
                )
        );
        foreach (var party in parties)
        {
            var own = Path.Combine(folder, party.Name);
            var register = Path.Combine(own, "register");
            Directory.CreateDirectory(register);
            issued[party].Signing.Write(own, "signing");
            issued[party].Agreement.Write(own, "agreement");
            File.WriteAllText(Path.Combine(own, "root.crt"), root.Certificate.ExportCertificatePem() + "\n");
            // The hub talks to everybody, an agency to the hub alone.
            foreach (var other in parties.Where(other => other != party && (IsHub(party) || IsHub(other))))
            {
                issued[other].Signing.WriteCertificate(Path.Combine(register, $"{other.Name}.signing.crt"));
                issued[other].Agreement.WriteCertificate(Path.Combine(register, $"{other.Name}.agreement.crt"));
            }
        }
        foreach (var pair in issued.Values)
        {
            pair.Signing.Dispose();
            pair.Agreement.Dispose();
        }
    }

    private static bool IsHub(Party party) => party.Name == Party.HubName;
}
