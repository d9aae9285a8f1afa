using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// What the evidence holds, file by file. It says nothing that the files do not: a reader makes it again from them and compares.
/// </summary>
public sealed record EvidenceManifest
{
    public const string FormatName = "mash-evidence-3";

    /// <summary>Of evidence that shows the rating alone of what was done with the contact; it is verified as it is.</summary>
    public const string WithRating = "mash-evidence-2";

    /// <summary>Of evidence given out before the row of the rating was in it; it is verified as it is.</summary>
    public const string WithoutRating = "mash-evidence-1";

    private static readonly JsonSerializerOptions Readable = new(MashJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    public required string Format { get; init; }

    public required string Hub { get; init; }

    public required EnquiryReference Enquiry { get; init; }

    public required IReadOnlyList<EvidenceFile> Files { get; init; }

    public static EvidenceManifest Of(
        string hub,
        EnquiryReference enquiry,
        IReadOnlyDictionary<string, byte[]> files,
        string format = FormatName
    ) =>
        new()
        {
            Format = format,
            Hub = hub,
            Enquiry = enquiry,
            Files =
            [
                .. files
                    .Where(file => file.Key != EvidenceNames.Manifest)
                    .OrderBy(file => file.Key, StringComparer.Ordinal)
                    .Select(file => new EvidenceFile(
                        file.Key,
                        file.Value.Length,
                        Convert.ToHexStringLower(SHA256.HashData(file.Value))
                    )),
            ],
        };

    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Readable), (byte)'\n'];

    public static EvidenceManifest? Read(byte[] json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<EvidenceManifest>(json, MashJson.Options);
            return read?.Format is FormatName or WithRating or WithoutRating ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record EvidenceFile(string Name, int Bytes, string Sha256);
