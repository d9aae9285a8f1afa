namespace MashBroker.Testing.Families;

/// <summary>Chance that is the same for the same record on every machine, so that a sample can be written again and compared.</summary>
public static class SampleChance
{
    public static Random For(string record)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 2166136261u;
        foreach (var letter in record)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return new Random((int)(hash & int.MaxValue));
    }

    public static T Of<T>(this Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A day of the last years before the samples' day, never before the person was born.</summary>
    public static DateOnly Day(this Random random, SampleFamilies families, DateOnly? notBefore, int years = 3)
    {
        var day = families.AsOf.AddDays(-random.Next(3, years * 365));
        return notBefore is { } first && day < first
            ? first.AddDays((families.AsOf.DayNumber - first.DayNumber) / 2)
            : day;
    }
}
