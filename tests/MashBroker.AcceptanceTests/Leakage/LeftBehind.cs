using System.Text;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>Every file below a folder, its name included, searched for what must not be there.</summary>
internal static class LeftBehind
{
    /// <param name="mayHold">Whether a file, by its path below the folder, may hold what is looked for.</param>
    /// <returns>A line for each find.</returns>
    public static IReadOnlyList<string> Search(string folder, IReadOnlyList<string> words, Func<string, bool> mayHold)
    {
        var finds = new List<string>();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            finds.AddRange(
                Canary.FoundIn(Encoding.UTF8.GetBytes(path), words).Select(word => $"{word} in the name {path}")
            );
            if (!mayHold(path))
            {
                finds.AddRange(Canary.FoundIn(Read(file), words).Select(word => $"{word} in {path}"));
            }
        }

        return finds;
    }

    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var all = new MemoryStream();
            stream.CopyTo(all);
            return all.ToArray();
        }
        catch (FileNotFoundException)
        {
            // A node that runs renames and removes files of its own meanwhile.
            return [];
        }
    }
}
