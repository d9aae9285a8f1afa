using System.Formats.Asn1;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;

namespace MashBroker.Messaging;

/// <summary>How a connection to the broker is encrypted, whom we take for the broker, and who we are.</summary>
/// <param name="Authority">PEM file with the root of the broker's certificate; the machine's roots where none is named.</param>
/// <param name="Certificate">PEM file of our own certificate, when we log in with one.</param>
/// <param name="Key">PEM file of its private key.</param>
internal sealed record BrokerTls(string ServerName, string? Authority, string? Certificate, string? Key)
{
    private const string CommonName = "2.5.4.3";

    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    public bool IsLogin => Certificate is not null;

    /// <summary>A chain must end in one of these roots and in no other of the machine.</summary>
    public static X509ChainPolicy TrustIn(string authority)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(authority);
        return policy;
    }

    /// <summary>Reads each file once, to say at the start what is wrong with it.</summary>
    /// <returns>The user that the broker will take us for: our certificate's common name. Null where we have none.</returns>
    public string? Inspect(List<string> faults)
    {
        if (Authority is not null)
        {
            Try(faults, "CaFile", Authority, () => TrustIn(Authority).CustomTrustStore.Count > 0);
        }

        if (Certificate is null || Key is null)
        {
            return null;
        }

        if (
            !OperatingSystem.IsWindows()
            && File.Exists(Key)
            && (File.GetUnixFileMode(Key) & Others) != UnixFileMode.None
        )
        {
            faults.Add(
                $"Broker:KeyFile: group or others may use '{Key}'. Run chmod 600 on it, and consider who has read it."
            );
        }

        var name = (string?)null;
        Try(
            faults,
            "CertificateFile and Broker:KeyFile",
            Certificate,
            () =>
            {
                using var own = X509Certificate2.CreateFromPemFile(Certificate, Key);
                name = own
                    .SubjectName.EnumerateRelativeDistinguishedNames()
                    .FirstOrDefault(part => part.GetSingleElementType().Value == CommonName)
                    ?.GetSingleElementValue();
                return name is not null;
            }
        );
        return name;
    }

    /// <summary>Reads the files anew, so that a renewed certificate is used from the next connection on.</summary>
    public void Secure(ConnectionFactory factory)
    {
        factory.Ssl = new SslOption
        {
            Enabled = true,
            ServerName = ServerName,
            CertificateValidationCallback = Authority is null ? null : Trusts(TrustIn(Authority)),
        };
        if (Certificate is not null && Key is not null)
        {
            factory.Ssl.Certs = [X509Certificate2.CreateFromPemFile(Certificate, Key)];
            // Alone: where the broker does not take it, no password is tried in its place.
            factory.AuthMechanisms = [new ExternalMechanismFactory()];
        }
    }

    private static RemoteCertificateValidationCallback Trusts(X509ChainPolicy policy) =>
        (_, certificate, sent, errors) =>
        {
            if (
                certificate is not X509Certificate2 broker
                || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0
            )
            {
                return false;
            }

            using var chain = new X509Chain { ChainPolicy = policy.Clone() };
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // serverAuth
            chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
            return chain.Build(broker);
        };

    private static void Try(List<string> faults, string setting, string file, Func<bool> holds)
    {
        try
        {
            if (!holds())
            {
                faults.Add($"Broker:{setting}: '{file}' holds nothing that can be used. Write it as PEM.");
            }
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or CryptographicException or AsnContentException)
        {
            faults.Add($"Broker:{setting}: '{file}' cannot be used ({e.GetType().Name}): {e.Message}");
        }
    }
}
