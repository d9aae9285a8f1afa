namespace MashBroker.Testing.Leaks;

/// <summary>Drawing from lists.</summary>
internal static class EighthChance
{
    public static T Among<T>(this Random chance, IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];
}
