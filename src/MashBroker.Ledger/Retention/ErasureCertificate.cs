using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Retention;

/// <summary>
/// What the hub signs once a family's key is destroyed: what is gone, on what grounds, and by which digests it can still be
/// proven what was sent and received. Names nobody.
/// </summary>
public sealed record ErasureCertificate
{
    public const string Kind = "purge-certificate";

    /// <summary>Always <see cref="Kind"/>, so that what was signed can be taken for nothing else.</summary>
    public required string Statement { get; init; }

    public required string Hub { get; init; }

    public required string Contact { get; init; }

    public EnquiryReference? Enquiry { get; init; }

    public required string Grounds { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the key was no more, UTC.</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Id of the destroyed key; tells nothing of it.</summary>
    public required string Key { get; init; }

    /// <summary>Digests of the signed letters of the enquiry, both ways, in the order of the ledger.</summary>
    public required IReadOnlyList<string> Letters { get; init; }

    /// <summary>Agencies told to erase what their adapters keep.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);
}
