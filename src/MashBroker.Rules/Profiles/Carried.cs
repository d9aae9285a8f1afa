namespace MashBroker.Rules;

/// <summary>Files of <c>ops/hubs</c> that travel inside this assembly.</summary>
internal static class Carried
{
    public static IReadOnlyList<string> Names(string prefix, string suffix) =>
        [
            .. typeof(Carried)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..^suffix.Length])
                .Order(StringComparer.Ordinal),
        ];

    public static string Text(string name)
    {
        using var stream =
            typeof(Carried).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"'{name}' was left out of the build.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
