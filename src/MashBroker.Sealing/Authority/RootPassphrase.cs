using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>What opens the root's key. Comes from a file or a prompt, never from a command line, where every process can read it.</summary>
public static class RootPassphrase
{
    /// <summary>Fewer characters can be guessed by whoever has the file.</summary>
    public const int Shortest = 16;

    /// <exception cref="AuthorityException">The file is not there, readable by others, or holds too little.</exception>
    public static string Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new AuthorityException(
                $"{file}: there is no such file. Name the one that holds the passphrase alone."
            );
        }
        if (!KeyFile.IsPrivate(file))
        {
            throw new AuthorityException(
                $"{file}: group or others may read this passphrase. Run chmod 600 on it, and consider who has read it."
            );
        }
        return Check(File.ReadAllText(file).TrimEnd('\r', '\n'), file);
    }

    /// <param name="from">Where it came from, for the text of the fault.</param>
    /// <exception cref="AuthorityException">It is too short.</exception>
    public static string Check(string passphrase, string from) =>
        passphrase.Length >= Shortest
            ? passphrase
            : throw new AuthorityException(
                $"{from}: the passphrase has {passphrase.Length} characters. Use {Shortest} or more, e.g. six words drawn by dice."
            );
}
