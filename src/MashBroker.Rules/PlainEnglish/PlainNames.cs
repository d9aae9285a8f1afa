using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What people at a hub call what the product knows by a code.</summary>
public static class PlainNames
{
    public static string InWords(this ReferrerKind kind) => PlainWords.Of(kind);

    public static string InWords(this SubjectRole role) => PlainWords.Of(role);

    /// <summary>Where a contact stands, as a column or a heading puts it.</summary>
    public static string InWords(this ContactState state) =>
        state switch
        {
            ContactState.Received => "waits for triage",
            ContactState.Triaged => "waits for a person",
            ContactState.RatingConfirmed => "rated, about to be published",
            ContactState.Published => "published",
            ContactState.NotAnEnquiry => "decided, no enquiry",
            _ => throw new ArgumentOutOfRangeException(nameof(state), "No standing."),
        };

    /// <summary>A code in words: <c>sexual-harm</c> reads "sexual harm".</summary>
    public static string OfCode(string code) => Words.Of(code);

    /// <summary>A member of an enum in words: "DispensedWith" reads "dispensed with".</summary>
    public static string Of(Enum member) => Words.Of(JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()));

    /// <summary>A number that some agency gives a person; a scheme of a hub's own is called by its code.</summary>
    public static string OfNumber(string scheme) =>
        scheme switch
        {
            IdentifierScheme.NhsNumber => "NHS number",
            IdentifierScheme.UniquePupilNumber => "UPN",
            IdentifierScheme.UniqueLearnerNumber => "ULN",
            IdentifierScheme.PncId => "PNC ID",
            IdentifierScheme.CroNumber => "CRO number",
            IdentifierScheme.CaseReferenceNumber => "CRN",
            IdentifierScheme.NomsNumber => "NOMS number",
            IdentifierScheme.NationalInsuranceNumber => "National Insurance number",
            IdentifierScheme.LocalAuthorityChildId => "local authority child number",
            IdentifierScheme.Uprn => "UPRN",
            IdentifierScheme.Urn => "URN",
            _ => $"{Words.Of(scheme)} number",
        };

    /// <summary>What an agency is told besides names, dates of birth and open addresses: a number, or protected addresses.</summary>
    public static string OfTold(string code) =>
        code == AgencyProfile.ProtectedAddress ? "protected addresses" : OfNumber(code);

    /// <summary>A kind of record: <c>police.missing-episode</c> reads "missing episode (police)".</summary>
    public static string OfRecord(string kind) =>
        kind.Split('.', 2) is [var sector, var what] ? $"{Words.Of(what)} ({Words.Of(sector)})" : Words.Of(kind);

    /// <summary>The rule that somebody departed from, by its code.</summary>
    public static string OfDeparture(string from) =>
        from switch
        {
            DepartureFrom.Criteria => "the hub's criteria for an enquiry",
            DepartureFrom.RatedBy => "the hub's rule on who confirms ratings",
            DepartureFrom.TriagedBy => "the hub's rule on who triages",
            DepartureFrom.AskedOnce => "the rule that agencies are asked once about a household",
            DepartureFrom.LaterBecause => "the rule that a manager says why agencies may answer later",
            DepartureFrom.TakingBack => "the hub's rule on who takes back what agencies were asked",
            DepartureFrom.NoDiscussion => "the hub's rule on who says that no strategy discussion is needed",
            DepartureFrom.LeakCheck => "the hub's rule on who overrides the leak check",
            _ => Words.Of(from),
        };

    /// <summary>A route by its code, e.g. <c>child-protection</c>.</summary>
    public static string OfRoute(string code) =>
        Enum.GetValues<RouteKind>()
            .Where(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) == code)
            .Select(kind => kind.InWords())
            .DefaultIfEmpty(Words.Of(code))
            .First();
}
