using MashBroker.Contracts;
using MashBroker.Ledger.Retention;

namespace MashBroker.Web.Retention;

/// <summary>What is held against erasure, and what was erased.</summary>
public sealed record RetentionView(IReadOnlyList<HoldView> Holds, IReadOnlyList<ErasureView> Erasures);

/// <summary>A legal hold that stands.</summary>
public sealed record HoldView(
    string Contact,
    DateTimeOffset PlacedAt,
    string PlacedBy,
    EnquiryReference? Enquiry = null
)
{
    public static HoldView Of(HoldRow row) =>
        new(row.ContactReference, row.PlacedAt, row.PlacedBy, row.EnquiryReference);
}

/// <summary>One erasure.</summary>
/// <param name="Grounds">The outcome whose period was over, or that it was asked for.</param>
/// <param name="ErasedAt">When the key was destroyed; null while the hub worker has not.</param>
/// <param name="Agencies">What each agency that was told to erase has certified.</param>
public sealed record ErasureView(
    string Contact,
    string Grounds,
    DateTimeOffset BeganAt,
    IReadOnlyList<PurgeRow> Agencies,
    EnquiryReference? Enquiry = null,
    string? AskedBy = null,
    DateTimeOffset? ErasedAt = null
);
