using MashBroker.Contracts;

namespace MashBroker.Correlation.Packs;

/// <summary>How people of an enquiry are named on a page: the name in use and the code, because fathers and sons share names.</summary>
internal static class People
{
    public static IReadOnlyDictionary<string, string> Names(IEnumerable<Subject> subjects) =>
        subjects.ToDictionary(
            subject => subject.Code,
            subject => Name(subject) is { Length: > 0 } name ? $"{name} ({subject.Code})" : subject.Code
        );

    public static string Name(Subject subject) => subject.Names.Count == 0 ? "" : Name(subject.Names[0]);

    public static string Name(PersonName name) => $"{name.Given} {name.Family}".Trim();

    public static string List(IEnumerable<string> codes, IReadOnlyDictionary<string, string> names)
    {
        var all = codes.Distinct().Select(code => names.GetValueOrDefault(code, code)).ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
