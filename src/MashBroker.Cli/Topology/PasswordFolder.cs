using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Cli.Topology;

/// <summary>The broker's passwords, <c>FOLDER/&lt;party&gt;/password</c>: a folder each, so that a container can be given its own and nobody else's.</summary>
internal sealed class PasswordFolder(string folder)
{
    private const int PasswordBytes = 24;

    public static string PathOf(string folder, string party) => Path.Combine(folder, party, "password");

    /// <summary>A fresh one for each party that has none; none that is there is changed.</summary>
    /// <returns>How many were made.</returns>
    public int MakeMissing(IEnumerable<string> parties)
    {
        var made = 0;
        foreach (var party in parties.Where(party => !File.Exists(PathOf(folder, party))))
        {
            Directory.CreateDirectory(Path.Combine(folder, party));
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
            WritePrivate(PathOf(folder, party), password);
            made++;
        }

        return made;
    }

    /// <exception cref="CommandException">Says of every party whose file is missing or empty.</exception>
    public Dictionary<string, string> Read(IEnumerable<string> parties)
    {
        var (passwords, faults) = (new Dictionary<string, string>(), new List<string>());
        foreach (var party in parties)
        {
            var file = PathOf(folder, party);
            var password = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
            if (password.Length == 0)
            {
                faults.Add($"  {file}: holds no password for {party}.");
            }

            passwords[party] = password;
        }

        return faults.Count == 0
            ? passwords
            : throw new CommandException(
                ExitCode.NotAccepted,
                string.Join(
                    Environment.NewLine,
                    faults.Prepend("Some parties have no password. Write one each, or let --make-passwords make them:")
                )
            );
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
