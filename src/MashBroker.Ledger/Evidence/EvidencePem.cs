using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Ledger.Evidence;

/// <summary>PEM as evidence has it, for openssl to read: one way of writing, so that no byte of it can be changed unseen.</summary>
internal static class EvidencePem
{
    public const string Certificate = "CERTIFICATE";
    public const string RevocationList = "X509 CRL";

    public static byte[] Write(string label, byte[] der) =>
        Encoding.ASCII.GetBytes(PemEncoding.WriteString(label, der) + "\n");

    /// <summary>The DER; null for what <see cref="Write"/> would write in another way.</summary>
    public static byte[]? Read(string label, byte[] pem)
    {
        var text = Encoding.ASCII.GetString(pem);
        if (!PemEncoding.TryFind(text, out var fields))
        {
            return null;
        }
        var der = Convert.FromBase64String(text[fields.Base64Data]);
        return Write(label, der).AsSpan().SequenceEqual(pem) ? der : null;
    }
}
