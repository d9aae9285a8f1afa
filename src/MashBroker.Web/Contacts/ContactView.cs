using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>Where a contact stands, without what it says of people.</summary>
public sealed record ContactView
{
    public required string Reference { get; init; }

    public required ContactState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it meets the hub's criteria; absent until triage ran.</summary>
    public bool? Qualifies { get; init; }

    public Rating? SuggestedRating { get; init; }

    /// <summary>What triage found: criteria, on which facts, since when.</summary>
    public JsonElement? Triage { get; init; }

    public Rating? Rating { get; init; }

    public string? RatedBy { get; init; }

    public string? RatingReason { get; init; }

    public EnquiryReference? Enquiry { get; init; }

    /// <summary>Since when the leak check holds it back; absent where nothing does.</summary>
    public DateTimeOffset? LeakBlockedAt { get; init; }

    /// <summary>What holds it back: fields and places in them, never the words.</summary>
    public IReadOnlyList<FieldFault> Leaks { get; init; } = [];

    /// <summary>What an override names.</summary>
    public string? LeakDigest { get; init; }

    /// <summary>The same submission was received before.</summary>
    public bool AlreadyThere { get; init; }

    public IReadOnlyList<FieldFault> Warnings { get; init; } = [];

    /// <summary>Contacts that came before about the same child, person or home, newest first; told on submission.</summary>
    public IReadOnlyList<EarlierContact> Earlier { get; init; } = [];

    internal static ContactView Of(ContactRow row)
    {
        var leak = row.Leak;
        return new()
        {
            Reference = row.Reference,
            State = row.State,
            ReceivedAt = row.ReceivedAt,
            Qualifies = row.Qualifies,
            SuggestedRating = row.SuggestedRating is Contracts.Rating.None ? null : row.SuggestedRating,
            Triage = row.TriageJson is null ? null : JsonSerializer.Deserialize<JsonElement>(row.TriageJson),
            Rating = row.Rating,
            RatedBy = row.RatedBy,
            RatingReason = row.RatingReason,
            Enquiry = row.EnquiryReference,
            LeakBlockedAt = row.LeakBlockedAt,
            Leaks = leak is null ? [] : LeakFaults.Of(leak),
            LeakDigest = leak?.Digest,
        };
    }
}
