using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Decisions;

namespace MashBroker.Web.Contacts;

/// <summary>Where a contact stands, without what it says of people.</summary>
public sealed record ContactView
{
    /// <summary>What is still owed, or was never done, in sentences; of one that was just decided without an enquiry.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public required string Reference { get; init; }

    public required ContactState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it meets the hub's criteria; absent until triage ran.</summary>
    public bool? Qualifies { get; init; }

    public Rating? SuggestedRating { get; init; }

    /// <summary>What triage found: criteria, on which facts, since when.</summary>
    public JsonElement? Triage { get; init; }

    /// <summary>What is done besides, or instead of, an enquiry; told on submission, later with the contact itself.</summary>
    public IReadOnlyList<RouteView> Routes { get; init; } = [];

    /// <summary>What the hub's rules say of it besides; told on submission, later with the contact itself.</summary>
    public ContactAdvice? Advice { get; init; }

    public Rating? Rating { get; init; }

    /// <summary>Who rated it, or decided that no enquiry is made.</summary>
    public string? RatedBy { get; init; }

    public string? RatedRole { get; init; }

    public DateTimeOffset? RatedAt { get; init; }

    /// <summary>When the decision that stands was made in the place of another, which the case file holds; absent where the first stands.</summary>
    public DateTimeOffset? DecidedAnewAt { get; init; }

    public string? RatingReason { get; init; }

    /// <summary>Level of need by the judgement of whoever rated or decided; the referrer's own stands in the contact.</summary>
    public int? LevelOfNeed { get; init; }

    /// <summary>Of its enquiry, where somebody has rated that anew since; absent where the first rating stands.</summary>
    public Rating? RatedAnew { get; init; }

    /// <summary>When its enquiry was decided, or it was decided that none is made; absent until then.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When the whole enquiry was taken back.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>It was joined to the enquiry of another contact: its matter is decided there.</summary>
    public bool Joined { get; init; }

    /// <summary>Absent where it was not joined, and where what was kept of it has been erased.</summary>
    public EnquiryReference? JoinedTo { get; init; }

    /// <summary>Code of the outcome: of its enquiry, or of a contact of which none was made.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the hub calls that outcome; where one contact is shown or decided on.</summary>
    public string? OutcomeName { get; init; }

    public string? OverseenBy { get; init; }

    /// <summary>By when somebody has to have decided on it, enquiry or not.</summary>
    public DateTimeOffset? DecisionDueAt { get; init; }

    /// <summary>Whole minutes by which that was, or is, too late; absent in time.</summary>
    public int? MinutesOver { get; init; }

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

    /// <summary>Open enquiries about the same household: the contact can be joined to one, and no agency is asked twice.</summary>
    public IReadOnlyList<HouseholdEnquiry> Household { get; init; } = [];

    /// <summary>The earlier contact that this one says it follows.</summary>
    public string? Follows { get; init; }

    /// <summary>Later contacts that say they follow this one.</summary>
    public IReadOnlyList<string> FollowedBy { get; init; } = [];

    internal ContactView WithNames(HubProfile profile) =>
        this with
        {
            OutcomeName = profile.Outcomes.FirstOrDefault(one => one.Code == Outcome)?.Name,
        };

    /// <summary>The same with what became of it.</summary>
    internal ContactView With(ContactSequel became, DateTimeOffset now)
    {
        var alone = State is ContactState.NotAnEnquiry && !became.Joined;
        var decided = alone ? RatedAt : became.DecidedAt;
        return this with
        {
            RatedAnew = became.Rating == Rating ? null : became.Rating,
            Outcome = Outcome ?? became.Outcome,
            DecidedAt = decided,
            WithdrawnAt = became.WithdrawnAt,
            Joined = became.Joined,
            JoinedTo = became.JoinedTo,
            DecisionDueAt = became.DecisionDueAt ?? DecisionDueAt,
            // Of an enquiry it is decided at the end, not when somebody rates.
            MinutesOver = became.DecisionDueAt is { } due ? HubClock.MinutesOver(due, decided ?? now) : MinutesOver,
        };
    }

    /// <summary>With what is still owed, or was never done, beside a decision without an enquiry.</summary>
    internal static async Task<ContactView> DecidedAsync(
        LedgerSession session,
        HubProfile profile,
        string reference,
        DateTimeOffset now
    )
    {
        var row = (await ContactStore.FindAsync(session, reference))!;
        var clocks = await CaseClocks.OfCaseAsync(session, reference);
        return Of(row, now).WithNames(profile) with
        {
            Remarks = await DecisionRemarks.OfAsync(session, profile, row, clocks),
        };
    }

    internal static ContactView Of(ContactRow row, DateTimeOffset now)
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
            RatedRole = row.RatedRole,
            RatedAt = row.RatedAt,
            DecidedAnewAt = row.DecidedAnewAt,
            LevelOfNeed = row.LevelOfNeed,
            Outcome = row.Outcome,
            OverseenBy = row.OverseenBy,
            DecisionDueAt = row.DecisionDueAt,
            MinutesOver = row.MinutesOver(now),
            RatingReason = row.RatingReason,
            Enquiry = row.EnquiryReference,
            LeakBlockedAt = row.LeakBlockedAt,
            Leaks = leak is null ? [] : LeakFaults.Of(leak),
            LeakDigest = leak?.Digest,
        };
    }
}
