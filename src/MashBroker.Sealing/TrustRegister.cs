namespace MashBroker.Sealing;

/// <summary>Whom this party knows: the root it trusts and the registered certificates of each other party.</summary>
public sealed class TrustRegister
{
    /// <summary>
    /// Reads <c>root.crt</c> and <c>register/&lt;party&gt;.signing.crt</c>, <c>register/&lt;party&gt;.agreement.crt</c> (PEM) of a folder.
    /// </summary>
    /// <exception cref="KeyFolderException">All faults at once.</exception>
    public static TrustRegister Load(string folder) => throw new NotImplementedException();
}
