using System.Text;
using MashBroker.Contracts;
using MashBroker.Ledger.Leaks;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Contacts;

/// <summary>A contact as the ledger holds it.</summary>
public sealed record ContactRow
{
    /// <summary>e.g. <c>SEFTON-C-2026-000001</c>; tells nothing about the child.</summary>
    public required string Reference { get; init; }

    public required ContactState State { get; init; }

    /// <summary>When the hub was told.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The key of this family's content, the enquiry's included. Once it is destroyed, none of it can be read.</summary>
    public required KeyId KeyId { get; init; }

    /// <summary>The contact as JSON; personal. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[] Content => Vault.Open(ContactCells.Content(Reference), KeptContent);

    /// <summary>What triage found, as JSON, once it ran; null when it was erased.</summary>
    public string? TriageJson => Text(ContactCells.Triage(Reference), Triage);

    public bool? Qualifies { get; init; }

    public Rating? SuggestedRating { get; init; }

    public Rating? Rating { get; init; }

    public string? RatedBy { get; init; }

    public string? RatedRole { get; init; }

    /// <summary>In the words of whoever rated, which may name people; null when it was erased.</summary>
    public string? RatingReason => Text(ContactCells.Reason(Reference), Reason);

    public DateTimeOffset? RatedAt { get; init; }

    /// <summary>When the decision without an enquiry that stands was made in the place of another; null where the first stands.</summary>
    public DateTimeOffset? DecidedAnewAt { get; init; }

    /// <summary>Level of need by the judgement of whoever decided, 1 to 4; the referrer's own stands in the content.</summary>
    public int? LevelOfNeed { get; init; }

    /// <summary>Code of the hub's outcome, where no enquiry was made and the hub's rules name outcomes.</summary>
    public string? Outcome { get; init; }

    /// <summary>Who oversees what the outcome leads to.</summary>
    public string? OverseenBy { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>When triage looks again, because a criterion will hold then if nothing happens.</summary>
    public DateTimeOffset? RetriageAt { get; init; }

    /// <summary>
    /// When the hub has to have decided on this contact, enquiry or not: by the suggested rating, before triage by the
    /// longest limit. Absent for the first moments only.
    /// </summary>
    public DateTimeOffset? DecisionDueAt { get; init; }

    /// <summary>When the case was first allocated; the decision clock of some hubs starts then.</summary>
    public DateTimeOffset? AllocatedAt { get; init; }

    /// <summary>When the clock found it undecided after that.</summary>
    public DateTimeOffset? UndecidedFlaggedAt { get; init; }

    /// <summary>Since when the leak check holds it back from being published; absent where nothing does.</summary>
    public DateTimeOffset? LeakBlockedAt { get; init; }

    /// <summary>What holds it back; null when nothing does, or it was erased.</summary>
    public LeakReport? Leak =>
        KeptLeak is { } kept && Vault.OpenUnlessErased(ContactCells.Leak(Reference), kept) is { } note
            ? LeakNote.Read(note)
            : null;

    /// <summary>The decision is due and nobody has made it.</summary>
    public bool Overdue =>
        UndecidedFlaggedAt is not null && State is not (ContactState.Published or ContactState.NotAnEnquiry);

    /// <summary>Whole minutes by which the decision on it came, or is, too late, rounded up; null in time.</summary>
    public int? MinutesOver(DateTimeOffset now) =>
        DecisionDueAt is { } due && (RatedAt ?? now) > due
            ? (int)Math.Ceiling(((RatedAt ?? now) - due).TotalMinutes)
            : null;

    internal byte[] KeptContent { get; init; } = [];

    internal byte[]? Triage { get; init; }

    internal byte[]? Reason { get; init; }

    internal byte[]? KeptLeak { get; init; }

    internal ContentVault Vault { get; set; } = null!;

    private string? Text(Cell cell, byte[]? kept) =>
        kept is not null && Vault.OpenUnlessErased(cell, kept) is { } text ? Encoding.UTF8.GetString(text) : null;
}
