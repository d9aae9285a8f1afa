namespace MashBroker.Rules;

/// <summary>The names of those whom agencies are asked about, and which therefore stand in what they read.</summary>
internal sealed class LeakNames(IEnumerable<IEnumerable<string>> people)
{
    private readonly HashSet<string>[] _people =
    [
        .. people.Select(names =>
            names.SelectMany(Parts).Where(part => part.Length > 1).ToHashSet(StringComparer.Ordinal)
        ),
    ];

    public bool Contains(string word) => _people.Any(names => names.Contains(word));

    public bool OfOnePerson(string one, string other) =>
        _people.Any(names => names.Contains(one) && names.Contains(other));

    /// <summary>Small plain letters; O'Neill is one part, Price-Jones two.</summary>
    public static IEnumerable<string> Parts(string name) => new ReadText(name).Words.Select(word => word.Text);
}
