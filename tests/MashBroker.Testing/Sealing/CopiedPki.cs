using System.Collections.Concurrent;
using MashBroker.Sealing;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Sealing;

/// <summary>
/// A sample authority with its parties, made once in a run for the same hub, agencies and instant and copied for each test that
/// asks: making keys and signing certificates was half of what starting a hub cost the tests. Whoever needs two authorities that
/// do not trust each other uses <see cref="SamplePki"/>.
/// </summary>
public static class CopiedPki
{
    private static readonly ConcurrentDictionary<string, Lazy<TemporaryFolder>> Made = new(StringComparer.Ordinal);

    static CopiedPki() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            foreach (var folder in Made.Values)
            {
                folder.Value.Dispose();
            }
        };

    /// <inheritdoc cref="SamplePki.Make"/>
    public static void Make(string folder, string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now)
    {
        var source = Made.GetOrAdd(
            $"{hub} {string.Join(' ', agencies)} {now:O}",
            _ => new Lazy<TemporaryFolder>(() =>
            {
                var made = new TemporaryFolder();
                SamplePki.Make(made.Root, hub, agencies, now);
                return made;
            })
        );
        source.Value.CopyTo(folder);
    }
}
