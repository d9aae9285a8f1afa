using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Enrolment;

/// <summary>A party's requests for certificates (PKCS#10), one PEM file; each proves that who wrote it holds its key.</summary>
public sealed class CertificateRequests
{
    private const string Label = "CERTIFICATE REQUEST";
    private const int SizeLimit = 64 * 1024;

    private CertificateRequests(List<CertificateRequestRead> all, Fingerprint fingerprint) =>
        (All, Fingerprint) = (all, fingerprint);

    /// <summary>Over the requests in their order in the file: what the party reads to the hub, so that the hub knows whose they are.</summary>
    public Fingerprint Fingerprint { get; }

    internal IReadOnlyList<CertificateRequestRead> All { get; }

    /// <exception cref="AuthorityException">There is no such file, or one of its requests is not usable; all faults at once.</exception>
    public static CertificateRequests ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > SizeLimit)
        {
            throw new AuthorityException($"{path}: no file of requests. Name the one that the agency's 'enrol' wrote.");
        }
        return Read(File.ReadAllText(path), path);
    }

    internal static CertificateRequests Read(string pem, string name)
    {
        var all = new List<CertificateRequestRead>();
        var faults = new List<string>();
        var bytes = new List<byte>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var number = all.Count + faults.Count + 1;
            var der = Convert.FromBase64String(rest[fields.Base64Data].ToString());
            var isRequest = rest[fields.Label] is Label;
            rest = rest[fields.Location.End..];
            bytes.AddRange(der);
            if ((isRequest ? CertificateRequestRead.From(der) : null) is { } read)
            {
                all.Add(read);
            }
            else
            {
                faults.Add($"{name}: request {number} is none, is not signed by its own key, or is not for P-256.");
            }
        }
        if (all.Count == 0 && faults.Count == 0)
        {
            faults.Add($"{name}: it holds no request (BEGIN {Label}).");
        }
        if (all.GroupBy(each => each.Use).Any(same => same.Count() > 1))
        {
            faults.Add($"{name}: two requests are for the same use.");
        }
        return faults.Count == 0
            ? new CertificateRequests(all, Fingerprint.Of([.. bytes]))
            : throw new AuthorityException(
                $"{string.Join(Environment.NewLine, faults)}{Environment.NewLine}Have the agency run its 'enrol' again and send what it writes."
            );
    }
}

/// <summary>One request: for whom, for what and for which key.</summary>
internal sealed record CertificateRequestRead(CertificateUse Use, X500DistinguishedName Subject, PublicKey Key)
{
    /// <summary>Null when it is not one of ours: broken, not signed by its own key, of another curve or purpose.</summary>
    public static CertificateRequestRead? From(byte[] der)
    {
        try
        {
            // The extensions are looked at and never copied: what a certificate states is the authority's to say.
            var request = CertificateRequest.LoadSigningRequest(
                der,
                HashAlgorithmName.SHA256,
                out var read,
                CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions
            );
            return
                read == der.Length
                && CertificateChecks.IsOnCurve(request.PublicKey)
                && CertificateShape.UseOf(request.CertificateExtensions) is { } use
                ? new CertificateRequestRead(use, request.SubjectName, request.PublicKey)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
