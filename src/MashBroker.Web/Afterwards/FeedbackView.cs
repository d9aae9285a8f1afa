using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Afterwards;

/// <summary>What referrer and family are told of the outcome, in the hub's own words, and whether they have been.</summary>
public sealed record FeedbackView
{
    public required EnquiryReference Enquiry { get; init; }

    public required FeedbackOf Referrer { get; init; }

    public required ReferrerKind ReferrerKind { get; init; }

    public required FeedbackOf Family { get; init; }
}

public sealed record FeedbackOf
{
    /// <summary>Who tells them, as the hub's rules say.</summary>
    public required IReadOnlyList<string> ToldBy { get; init; }

    /// <summary>Made of the outcome, the hub and the next step alone.</summary>
    public required string Text { get; init; }

    /// <summary>Why they are not to be told; absent where they are.</summary>
    public string? Withheld { get; init; }

    /// <summary>Absent where no limit runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whole minutes over the limit; absent in time.</summary>
    public int? MinutesOver { get; init; }

    /// <summary>The latest of what they were told of the decision that stands; absent where nothing is on record.</summary>
    public Feedback? Given { get; init; }

    /// <summary>When they were last told of a decision that another has taken the place of; they believe that one until told anew.</summary>
    public DateTimeOffset? ToldOfFormerAt { get; init; }
}
