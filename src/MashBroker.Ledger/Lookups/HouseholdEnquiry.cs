using MashBroker.Contracts;

namespace MashBroker.Ledger.Lookups;

/// <summary>An open enquiry about somebody or a home of a contact.</summary>
public sealed record HouseholdEnquiry
{
    public required EnquiryReference Reference { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required InCommon InCommon { get; init; }

    /// <summary>In plain words without names.</summary>
    public string InWords() =>
        $"An enquiry about {InCommon switch
        {
            InCommon.Child => "this child",
            InCommon.Person => "somebody of this household",
            _ => "this home",
        }} is open: {Reference}. Join this contact to it, and no agency is asked twice.";
}
