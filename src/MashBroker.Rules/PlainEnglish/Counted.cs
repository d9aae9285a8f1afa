namespace MashBroker.Rules;

/// <summary>Numbers as a sentence has them: one is one minute and no minutes.</summary>
public static class Counted
{
    private const int MinutesInAnHour = 60;

    private const int HoursInADay = 24;

    /// <summary>
    /// Two hours and more in hours, since nobody reckons with 1079 minutes, and two days and more in days: <c>1 minute</c>,
    /// <c>90 minutes</c>, <c>17 hours 59 minutes</c>, <c>18 days 4 hours</c>.
    /// </summary>
    public static string Minutes(int count)
    {
        if (count < 2 * MinutesInAnHour)
        {
            return Of(count, "minute");
        }

        var hours = count / MinutesInAnHour;
        return hours < 2 * HoursInADay
            ? Both(Of(hours, "hour"), count % MinutesInAnHour, "minute")
            : Both(Of(hours / HoursInADay, "day"), hours % HoursInADay, "hour");
    }

    private static string Both(string large, int rest, string one) => rest == 0 ? large : $"{large} {Of(rest, one)}";

    /// <param name="one">The word for one of them, whose plural takes an s.</param>
    public static string Of(int count, string one) => Words.Count(count, one);
}
