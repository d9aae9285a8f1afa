namespace MashBroker.Rules;

/// <summary>The parts of a profile that say how long something may take.</summary>
internal static class ProfileLimits
{
    public const int MostHours = 24 * 90;

    private const int MostWorkingDays = 250;

    public static DecisionClock ReadDecision(ProfileObject decision) =>
        new(decision.Word("startsAt", HubDefaults.Decision.Starts), ReadLimits(decision, HubDefaults.Decision.Limits));

    public static RatingLimits ReadLimits(ProfileObject limits, RatingLimits defaults)
    {
        var read = new RatingLimits(
            Red: limits.Object("red", ReadHours) ?? defaults.Red,
            Amber: limits.Object("amber", ReadHours) ?? defaults.Amber,
            Green: limits.Object("green", ReadHours) ?? defaults.Green
        );

        if (read.Red.Runs != ClockRuns.Elapsed)
        {
            limits.Fault("red.runs", "stops a Red at the end of the day.", "Leave it out: a Red runs on.");
        }

        if (read.Red.Within > read.Amber.Within)
        {
            limits.Fault("red", "is longer than Amber.", "Give the graver rating no more time.");
        }

        if (read.Amber.Within > read.Green.Within && read.Amber.Runs == read.Green.Runs)
        {
            limits.Fault("amber", "is longer than Green.", "Give the graver rating no more time.");
        }

        return read;
    }

    private static TimeLimit ReadHours(ProfileObject limit) =>
        new(TimeSpan.FromHours(limit.Number("hours", 1, MostHours)), limit.Word("runs", ClockRuns.Elapsed));

    /// <summary>Hours, or working days where <c>workingDays</c> is stated.</summary>
    public static TimeLimit ReadLimit(ProfileObject limit) =>
        limit.OptionalNumber("workingDays", 1, MostWorkingDays) is { } days
            ? TimeLimit.OfWorkingDays(days)
            : ReadHours(limit);
}
