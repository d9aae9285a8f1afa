namespace MashBroker.Rules;

/// <summary>
/// Whether two names on record are of one person: the same parts in plain letters, whatever their order, their case and the titles
/// before them. An initial may stand for several names, so it is nobody's but its own.
/// </summary>
public static class SamePerson
{
    public static bool Are(string one, string other) =>
        Parts(one) is { Count: > 0 } parts && parts.SetEquals(Parts(other));

    private static HashSet<string> Parts(string name) =>
        [.. LeakNames.Parts(name).Where(part => !ReadText.Titles.Contains(part))];
}
