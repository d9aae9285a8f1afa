using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Enrolment;

/// <summary>
/// A party's side of getting certificates. Its keys are made in <c>next/</c> of its key folder and stay on its machine; what
/// leaves is the file of requests. When the certificates have come, keys and certificates take their places together.
/// </summary>
public static class PartyEnrolment
{
    private const string Next = "next";
    private const string PageFile = "fingerprint.txt";

    private static readonly CertificateUse[] Uses =
    [
        CertificateUse.Signing,
        CertificateUse.Agreement,
        CertificateUse.TlsClient,
    ];

    /// <summary>Makes three key pairs and the requests for their certificates.</summary>
    /// <param name="renew">True when the party has keys already: they stay in use until the new certificates are installed.</param>
    /// <exception cref="AuthorityException">An enrolment is under way, or there are keys and no renewal was asked for, or the reverse.</exception>
    public static EnrolmentStarted Start(string keyFolder, Party party, bool renew)
    {
        var next = Path.Combine(keyFolder, Next);
        if (Directory.Exists(next) && Directory.EnumerateFileSystemEntries(next).Any())
        {
            throw new AuthorityException(
                $"{next}: an enrolment is under way. Send its {party.Name}.csr to the hub and complete it, or remove this folder to start anew."
            );
        }
        var hasKeys = File.Exists(Path.Combine(keyFolder, "signing.key"));
        if (hasKeys != renew)
        {
            throw new AuthorityException(
                hasKeys
                    ? $"{keyFolder}: there are keys already. Renew them with --renew, or name another folder."
                    : $"{keyFolder}: there are no keys to renew. Leave --renew out."
            );
        }
        var making = Directory.CreateDirectory($"{next}.{Path.GetRandomFileName()}").FullName;
        var requests = new StringBuilder();
        foreach (var use in Uses)
        {
            using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            KeyFile.WriteKey(Path.Combine(making, $"{CertificateShape.FileName(use)}.key"), key);
            requests.Append(Request(key, party, use)).Append('\n');
        }
        var file = $"{party.Name}.csr";
        var fingerprint = CertificateRequests.Read(requests.ToString(), file).Fingerprint;
        KeyFile.Replace(Path.Combine(making, file), requests.ToString());
        KeyFile.Replace(Path.Combine(making, PageFile), Page(party, file, fingerprint));
        if (Directory.Exists(next))
        {
            Directory.Delete(next);
        }
        Directory.Move(making, next);
        return new EnrolmentStarted(Path.Combine(next, file), Path.Combine(next, PageFile), fingerprint);
    }

    /// <summary>
    /// Installs the certificates of a folder that the hub sent. The agreement key in use until now is kept, so that what is
    /// under way to it can be opened. Can be repeated after a crash.
    /// </summary>
    /// <param name="root">What the hub read out as its root's fingerprint; needed while no root is trusted yet.</param>
    /// <exception cref="AuthorityException">A certificate is not for this party and its keys, or not from the root; nothing was installed.</exception>
    public static void Complete(string keyFolder, Party party, string sent, string? root)
    {
        var trusted = Path.Combine(keyFolder, CertificateAuthority.RootFile);
        using var offered = Certificate(Path.Combine(sent, CertificateAuthority.RootFile));
        CheckRoot(trusted, offered, root);
        var pairs = Uses.Select(use => Pair(keyFolder, party, use, sent, offered)).ToList();
        foreach (var pair in pairs)
        {
            Install(keyFolder, pair);
        }
        KeyFile.Replace(trusted, offered.ExportCertificatePem() + "\n");
        CopyNew(sent, keyFolder, TrustRegister.RevocationListFile);
        Directory.CreateDirectory(Path.Combine(keyFolder, TrustRegister.Folder));
        foreach (
            var file in Directory
                .CreateDirectory(Path.Combine(sent, TrustRegister.Folder))
                .EnumerateFiles("*.crt")
                .Select(file => file.Name)
        )
        {
            CopyNew(sent, keyFolder, Path.Combine(TrustRegister.Folder, file));
        }
        // Only requests and the page are left in it.
        var next = Path.Combine(keyFolder, Next);
        if (Directory.Exists(next))
        {
            Directory.Delete(next, recursive: true);
        }
    }

    private static string Request(ECDiffieHellman key, Party party, CertificateUse use)
    {
        // The same key as an ECDSA key: a request is signed by what it asks a certificate for, also where that will only agree.
        using var signer = ECDsa.Create(key.ExportParameters(includePrivateParameters: true));
        var request = new CertificateRequest(CertificateShape.Subject(party, use), signer, HashAlgorithmName.SHA256);
        foreach (var extension in CertificateShape.Purpose(use))
        {
            request.CertificateExtensions.Add(extension);
        }
        return request.CreateSigningRequestPem();
    }

    private static string Page(Party party, string file, Fingerprint fingerprint) =>
        $"""
            Requests for certificates of {party}

            1. Send the file {file} to the hub. It holds no secret.
            2. Ring the hub, at a number that you did not get together with this, and read out:

                   {fingerprint}

            3. The hub sends back a folder. Have them read out their root's fingerprint, and complete:

                   enrol --complete FOLDER --root "FINGERPRINT OF THE ROOT"

            The keys stay in this folder. Nobody ever needs them from you.

            """;

    private static void CheckRoot(string trusted, X509Certificate2 offered, string? spoken)
    {
        var fingerprint = Fingerprint.Of(offered.RawDataMemory.Span);
        if (File.Exists(trusted))
        {
            using var known = Certificate(trusted);
            if (!known.RawDataMemory.Span.SequenceEqual(offered.RawDataMemory.Span))
            {
                throw new AuthorityException(
                    $"The certificates are of another root ({fingerprint}) than {trusted}. Ring the hub; if it truly has a new root, move the old one away first."
                );
            }
        }
        else if (spoken is null || !fingerprint.Matches(spoken))
        {
            throw new AuthorityException(
                $"The root's fingerprint is {fingerprint}. Have the hub read theirs out over the telephone, and give what they read as --root."
            );
        }
    }

    private static PairToInstall Pair(
        string keyFolder,
        Party party,
        CertificateUse use,
        string sent,
        X509Certificate2 root
    )
    {
        var name = CertificateShape.FileName(use);
        var path = Path.Combine(sent, $"{name}.crt");
        using var certificate = Certificate(path);
        if (
            !CertificateShape.Names(certificate.SubjectName, party, use)
            || CertificateShape.UseOf([.. certificate.Extensions]) != use
            || CertificateChecks.Chain(certificate, root).Fault is not null
        )
        {
            throw new AuthorityException(
                $"{path}: it is not a certificate of this root for {party}, {use}. Ask the hub for the right one; nothing was installed."
            );
        }
        string[] places = [Path.Combine(keyFolder, Next, $"{name}.key"), Path.Combine(keyFolder, $"{name}.key")];
        return new PairToInstall(
            name,
            use,
            places.FirstOrDefault(place => IsKeyOf(place, certificate))
                ?? throw new AuthorityException(
                    $"{path}: its key is not among ours. It was issued for another request; nothing was installed."
                ),
            certificate.ExportCertificatePem() + "\n"
        );
    }

    private static void Install(string keyFolder, PairToInstall pair)
    {
        var (key, certificate) = (
            Path.Combine(keyFolder, $"{pair.Name}.key"),
            Path.Combine(keyFolder, $"{pair.Name}.crt")
        );
        if (pair.Key != key)
        {
            if (pair.Use == CertificateUse.Agreement && File.Exists(key))
            {
                File.Copy(certificate, Path.Combine(keyFolder, $"{PartyKeys.Previous}.crt"), overwrite: true);
                File.Copy(key, Path.Combine(keyFolder, $"{PartyKeys.Previous}.key"), overwrite: true);
            }
            File.Move(pair.Key, key, overwrite: true);
        }
        KeyFile.Replace(certificate, pair.Certificate);
    }

    private static bool IsKeyOf(string path, X509Certificate2 certificate)
    {
        if (!File.Exists(path))
        {
            return false;
        }
        using var key = ECDiffieHellman.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new PublicKey(key).EncodedKeyValue.RawData.SequenceEqual(certificate.PublicKey.EncodedKeyValue.RawData);
    }

    private static X509Certificate2 Certificate(string path)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            throw new AuthorityException(
                $"{path}: no certificate can be read there. Name the folder as the hub sent it; nothing was installed."
            );
        }
    }

    private static void CopyNew(string from, string to, string file) =>
        KeyFile.Replace(Path.Combine(to, file), File.ReadAllText(Path.Combine(from, file)));

    private sealed record PairToInstall(string Name, CertificateUse Use, string Key, string Certificate);
}

/// <param name="Requests">File to send to the hub.</param>
/// <param name="Page">What to read over the telephone, and what to do next.</param>
public sealed record EnrolmentStarted(string Requests, string Page, Fingerprint Fingerprint);
