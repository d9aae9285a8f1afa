using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// How long a hub keeps what it holds of a family after a given outcome. The council's case file has its own, longer, periods: what
/// is kept here is the working copy. Periods differ from council to council, so they are data of the profile.
/// </summary>
/// <param name="Outcome"><see cref="NoEnquiry"/>, <see cref="Enquiry"/>, or a code of the hub's own outcomes.</param>
/// <param name="Months">Calendar months from the day the matter closed, 1 to 1,200.</param>
public sealed record RetentionRule(string Outcome, int Months)
{
    /// <summary>A contact about which somebody decided that no multi-agency enquiry is made; closed by that decision.</summary>
    public const string NoEnquiry = "no-enquiry";

    /// <summary>An enquiry whose outcome has no rule of its own, or was never recorded; closed when its decision was due.</summary>
    public const string Enquiry = "enquiry";

    public const int MostMonths = 1200;

    /// <summary>What closed before this instant has been kept for long enough: the day of closing counts whole.</summary>
    /// <param name="zone">Of the hub, IANA.</param>
    public DateTimeOffset ClosedBefore(DateTimeOffset now, string zone)
    {
        var hub = DateTimeZoneProviders.Tzdb[zone];
        var today = Instant.FromDateTimeOffset(now).InZone(hub).Date;
        return hub.AtStartOfDay(today.PlusMonths(-Months)).ToDateTimeOffset().ToUniversalTime();
    }
}
