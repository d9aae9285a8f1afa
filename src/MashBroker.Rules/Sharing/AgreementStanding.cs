namespace MashBroker.Rules;

/// <summary>Whether information may pass between a hub and an agency on a day. Zero is never the permissive case.</summary>
public enum AgreementStanding
{
    /// <summary>The two signed none, or the hub's profile does not name the agency.</summary>
    NoAgreement = 0,
    NotYetInForce,
    Ended,

    /// <summary>It is in force, and for other purposes.</summary>
    PurposeNotCovered,
    InForce,
}

/// <summary>How a board, a pack and <c>mash agreement list</c> put it.</summary>
public static class AgreementStandings
{
    /// <param name="on">In the hub's zone.</param>
    public static AgreementStanding Of(SharingAgreement? agreement, string purpose, DateOnly on) =>
        agreement switch
        {
            null => AgreementStanding.NoAgreement,
            _ when on < agreement.From => AgreementStanding.NotYetInForce,
            _ when agreement.Until < on => AgreementStanding.Ended,
            _ => agreement.Covers(purpose, on) ? AgreementStanding.InForce : AgreementStanding.PurposeNotCovered,
        };

    public static string InWords(this AgreementStanding standing) =>
        standing switch
        {
            AgreementStanding.NoAgreement => "no sharing agreement",
            AgreementStanding.NotYetInForce => "its sharing agreement is not yet in force",
            AgreementStanding.Ended => "its sharing agreement has ended",
            AgreementStanding.PurposeNotCovered => "its sharing agreement does not cover this purpose",
            AgreementStanding.InForce => "its sharing agreement is in force",
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Not a standing."),
        };
}
