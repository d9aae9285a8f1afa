using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Ledger.Enquiries;

/// <summary>What an enquiry is about, as the hub holds it. Personal: kept in <see cref="EnquiryRow.Content"/> and nowhere else.</summary>
public sealed record EnquiryContent
{
    public required RaisedBy RaisedBy { get; init; }

    /// <summary>When the hub was told of the concern.</summary>
    public required DateTimeOffset ContactReceivedAt { get; init; }

    /// <summary>Codes of the hub's criteria that hold.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required bool DoNotInformFamily { get; init; }

    /// <summary>Everybody of the enquiry; an agency may have been asked about some of them only.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    public required string ConcernSummary { get; init; }

    /// <summary>Codes of the subjects each agency was asked about, by agency.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> AskedAbout { get; init; }

    /// <summary>Kinds of record each agency may return, by agency, as its request said.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> MayReturn { get; init; }

    /// <summary>Version of the sharing agreement under which each agency was asked, by agency. Nothing may be read that an agency returns without one.</summary>
    public IReadOnlyDictionary<string, string> Agreements { get; init; } = new Dictionary<string, string>();

    /// <summary>What each agency was not told, by agency: kinds and counts.</summary>
    public IReadOnlyDictionary<string, WithheldFromAgency> Withheld { get; init; } =
        new Dictionary<string, WithheldFromAgency>();

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);

    public static EnquiryContent Read(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize<EnquiryContent>(content, MashJson.Options)
        ?? throw new LedgerException("The ledger holds an enquiry without content. Restore the last backup.");
}
