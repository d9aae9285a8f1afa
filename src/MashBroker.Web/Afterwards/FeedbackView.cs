using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Afterwards;

/// <summary>What referrer and family are told of the outcome, in the hub's own words, and whether they have been.</summary>
public sealed record FeedbackView
{
    public required string Contact { get; init; }

    /// <summary>The enquiry that was decided; absent where none was made.</summary>
    public EnquiryReference? Enquiry { get; init; }

    public required FeedbackOf Referrer { get; init; }

    public required ReferrerKind ReferrerKind { get; init; }

    public required FeedbackOf Family { get; init; }
}

public sealed record FeedbackOf
{
    /// <summary>Who tells them, as the hub's rules say.</summary>
    public required IReadOnlyList<string> ToldBy { get; init; }

    /// <summary>What they are told of, as the hub's rules say.</summary>
    public required string What { get; init; }

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

    /// <summary>All that was ever put on record of telling them, the earliest first.</summary>
    public IReadOnlyList<FeedbackOnRecord> History { get; init; } = [];
}

/// <param name="At">When it was put on record.</param>
/// <param name="OfFormer">It was of a decision that no longer stands.</param>
public sealed record FeedbackOnRecord(DateTimeOffset At, bool OfFormer, Feedback Statement);
