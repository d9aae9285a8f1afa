namespace MashBroker.Rules;

/// <summary>Numbers as a sentence has them: one is one minute and no minutes.</summary>
public static class Counted
{
    /// <summary>e.g. <c>1 minute</c>, <c>90 minutes</c>.</summary>
    public static string Minutes(int count) => Of(count, "minute");

    /// <param name="one">The word for one of them, whose plural takes an s.</param>
    public static string Of(int count, string one) => Words.Count(count, one);
}
