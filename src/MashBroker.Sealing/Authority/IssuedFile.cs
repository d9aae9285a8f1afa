using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>
/// What a root has issued and revoked, as a plain file beside it that a person can read. What is not written here was not
/// issued: the file is on disk before a certificate leaves.
/// </summary>
internal sealed record IssuedFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Number of the newest revocation list; the next has one more, and none is given twice.</summary>
    public long ListNumber { get; init; }

    public IReadOnlyList<IssuedCertificate> Certificates { get; init; } = [];

    /// <summary>What a revocation list names.</summary>
    [JsonIgnore]
    public IReadOnlyList<RevokedSerial> Revoked =>
        [
            .. Certificates
                .Where(each => each.RevokedAt is not null)
                .Select(each => new RevokedSerial(
                    Convert.FromHexString(each.Serial),
                    each.RevokedAt!.Value,
                    each.Reason ?? X509RevocationReason.Unspecified
                )),
        ];

    /// <exception cref="AuthorityException">It is not there, or was damaged.</exception>
    public static IssuedFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<IssuedFile>(File.ReadAllText(path), Json)
                ?? throw new JsonException("It is empty.");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new AuthorityException(
                $"{path}: the register of certificates cannot be read ({fault.Message}). Restore it from its backup, "
                    + "or make the authority first with 'mash pki init'."
            );
        }
    }

    /// <summary>The same, with these marked as revoked.</summary>
    public IssuedFile Revoking(HashSet<IssuedCertificate> chosen, X509RevocationReason reason, DateTimeOffset now) =>
        this with
        {
            Certificates =
            [
                .. Certificates.Select(each =>
                    chosen.Contains(each) ? each with { RevokedAt = now, Reason = reason } : each
                ),
            ],
        };

    public void Write(string path) => KeyFile.Replace(path, JsonSerializer.Serialize(this, Json) + "\n");
}
