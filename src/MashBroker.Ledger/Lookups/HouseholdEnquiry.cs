using MashBroker.Contracts;

namespace MashBroker.Ledger.Lookups;

/// <summary>An open enquiry about somebody or a home of a contact.</summary>
public sealed record HouseholdEnquiry
{
    public required EnquiryReference Reference { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required InCommon InCommon { get; init; }

    /// <inheritdoc cref="EarlierContact.Possibly"/>
    public bool Possibly { get; init; }

    /// <summary>Of which it was made.</summary>
    internal string Contact { get; init; } = "";

    /// <inheritdoc cref="EarlierContact.BesidesNumber"/>
    internal InCommon BesidesNumber { get; init; }

    /// <summary>The same household for certain: agencies are asked once about it.</summary>
    internal bool IsOfHousehold => !(Possibly && InCommon is InCommon.Child);

    /// <summary>In plain words without names.</summary>
    public string InWords() =>
        IsOfHousehold
            ? Possibly
                ? $"{OfHousehold()} {OfAnother}"
                : OfHousehold()
            : OfAnother;

    private string OfAnother =>
        $"The number of this child is another child's in the open enquiry {Reference}: neither a name nor the date of birth agrees. One of the two was likely mistyped: look which, and join nothing before.";

    private string OfHousehold() =>
        $"An enquiry about {InCommon switch
        {
            InCommon.Child => "this child",
            InCommon.Person => "somebody of this household",
            _ => "this home",
        }} is open: {Reference}. Join this contact to it, and no agency is asked twice.";
}
