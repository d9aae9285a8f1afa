using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MashBroker.Sealing.Keys;

/// <summary>Reads the files of a key folder and gathers what is wrong with each, so that one start shows every fault.</summary>
internal sealed class KeyFolder(string folder)
{
    private const string PrivateKeyLabel = "PRIVATE KEY";
    private readonly List<string> _faults = [];

    /// <summary>All faults so far in one text; null when there are none.</summary>
    public string? FaultText => _faults.Count == 0 ? null : string.Join(' ', _faults);

    public void Fault(string file, string fault, string remedy) => _faults.Add($"{file}: {fault}. {remedy}.");

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new KeyFolderException(
                $"The keys in '{folder}' cannot be used:{string.Concat(_faults.Select(fault => $"{Environment.NewLine}- {fault}"))}"
            );
        }
    }

    /// <summary>Names of the files of a folder within, sorted; none if it is not there.</summary>
    public IReadOnlyList<string> Files(string within)
    {
        var path = Path.Combine(folder, within);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The certificates of a PEM file; none means that a fault was noted.</summary>
    public X509Certificate2Collection Certificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        if (Bytes(file) is not { } bytes)
        {
            return certificates;
        }
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }
        if (certificates.Count == 0)
        {
            Fault(file, "it holds no certificate that can be read", "Write the certificate as PEM (BEGIN CERTIFICATE)");
        }
        return certificates;
    }

    /// <summary>DER of the one PEM block of a file; null means that a fault was noted.</summary>
    public byte[]? Pem(string file, string label)
    {
        if (Bytes(file) is not { } bytes)
        {
            return null;
        }
        var text = Encoding.UTF8.GetString(bytes);
        if (PemEncoding.TryFind(text, out var fields) && text[fields.Label] == label)
        {
            return Convert.FromBase64String(text[fields.Base64Data]);
        }
        Fault(file, $"it holds nothing that can be read as {label}", $"Write it as PEM (BEGIN {label})");
        return null;
    }

    /// <summary>The private key of a PEM file as PKCS#8, in pinned memory that the caller zeroes; null means that a fault was noted.</summary>
    public byte[]? PrivateKey(string file)
    {
        if (!IsPrivate(file) || Bytes(file) is not { } bytes)
        {
            return null;
        }
        var text = GC.AllocateArray<char>(Encoding.UTF8.GetCharCount(bytes), pinned: true);
        try
        {
            Encoding.UTF8.GetChars(bytes, text);
            if (PemEncoding.TryFind(text, out var fields) && text.AsSpan()[fields.Label] is PrivateKeyLabel)
            {
                var pkcs8 = GC.AllocateArray<byte>(fields.DecodedDataLength, pinned: true);
                if (Convert.TryFromBase64Chars(text.AsSpan()[fields.Base64Data], pkcs8, out _))
                {
                    return pkcs8;
                }
                CryptographicOperations.ZeroMemory(pkcs8);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(text);
        }
        Fault(
            file,
            "it holds no unencrypted PKCS#8 key",
            "Write the key as PEM (BEGIN PRIVATE KEY), e.g. with openssl pkcs8 -topk8 -nocrypt"
        );
        return null;
    }

    private bool IsPrivate(string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path) || KeyFile.IsPrivate(path))
        {
            return true;
        }
        Fault(file, "group or others may use this private key", "Run chmod 600 on it, and consider who has read it");
        return false;
    }

    private byte[]? Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, file));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            Fault(file, "it is not there", "Enrol this party, or name the folder that holds its keys");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Fault(file, "it cannot be read", "Make the user of this process its owner");
        }
        return null;
    }
}
