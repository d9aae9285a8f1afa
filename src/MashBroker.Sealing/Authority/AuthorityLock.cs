namespace MashBroker.Sealing.Authority;

/// <summary>The file by which one process at a time works with an authority.</summary>
internal static class AuthorityLock
{
    /// <returns>To be disposed of: then the next may work with it.</returns>
    /// <exception cref="AuthorityException">Another process holds it.</exception>
    public static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new AuthorityException(
                $"{folder}: another 'mash pki' works with this authority. Wait until it ends."
            );
        }
    }
}
