namespace MashBroker.Sealing;

/// <summary>
/// One party's own key pairs: one for signing, one for key agreement. Loaded once at start; the keys never leave this object.
/// </summary>
public sealed class PartyKeys : IDisposable
{
    public Party Owner => throw new NotImplementedException();

    /// <summary>
    /// Reads <c>signing.crt</c>, <c>signing.key</c>, <c>agreement.crt</c> and <c>agreement.key</c> (PEM, PKCS#8) of a folder.
    /// </summary>
    /// <exception cref="KeyFolderException">A file is absent, unreadable, readable by others, or not what it should be; all faults at once.</exception>
    public static PartyKeys Load(string folder) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}

/// <summary>The start must stop: the text names each file, its fault and the remedy.</summary>
public sealed class KeyFolderException(string message) : Exception(message);
