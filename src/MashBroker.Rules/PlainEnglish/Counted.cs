namespace MashBroker.Rules;

/// <summary>Numbers as a sentence has them: one is one minute and no minutes.</summary>
public static class Counted
{
    private const int MinutesInAnHour = 60;

    /// <summary>
    /// Two hours and more in hours, since nobody reckons with 1079 minutes: <c>1 minute</c>, <c>90 minutes</c>, <c>17 hours 59 minutes</c>.
    /// </summary>
    public static string Minutes(int count)
    {
        if (count < 2 * MinutesInAnHour)
        {
            return Of(count, "minute");
        }

        var hours = Of(count / MinutesInAnHour, "hour");
        return count % MinutesInAnHour is var rest and not 0 ? $"{hours} {Of(rest, "minute")}" : hours;
    }

    /// <param name="one">The word for one of them, whose plural takes an s.</param>
    public static string Of(int count, string one) => Words.Count(count, one);
}
