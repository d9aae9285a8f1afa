using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// What of a return the hub may take in: what was agreed when it asked and is agreed still. Whatever is in doubt is not agreed.
/// </summary>
/// <param name="Kinds">Kinds of record that may be read; empty when none may.</param>
/// <param name="Doubt">Why none may, in words; null where some may.</param>
public sealed record ReturnTerms(IReadOnlyCollection<string> Kinds, string? Doubt)
{
    /// <param name="agency">Code of whoever returns.</param>
    /// <param name="purpose">As the return states it.</param>
    /// <param name="askedUnder">Version of the agreement under which the request was made; null where that is not on record.</param>
    /// <param name="allowedThen">Kinds of record that the request allowed.</param>
    public static ReturnTerms Of(
        HubProfile profile,
        string agency,
        string purpose,
        string? askedUnder,
        IReadOnlyCollection<string> allowedThen,
        DateTimeOffset receivedAt
    )
    {
        if (askedUnder is null)
        {
            return None("under which sharing agreement it was asked is not on record");
        }

        var now = profile.Agencies.FirstOrDefault(each => each.Code == agency);
        var standing = AgreementStandings.Of(now?.Agreement, purpose, Today(profile, receivedAt));
        if (standing is not AgreementStanding.InForce)
        {
            return None(standing.InWords());
        }

        // Another version since: only what both allow was agreed when it was asked and is agreed when it comes.
        return new ReturnTerms([.. allowedThen.Intersect(now!.MayReturn)], null);
    }

    /// <summary>The hub's day: agreements begin and end by it.</summary>
    public static DateOnly Today(HubProfile profile, DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[profile.Zone]).Date.ToDateOnly();

    private static ReturnTerms None(string doubt) => new([], doubt);
}
