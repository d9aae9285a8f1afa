namespace MashBroker.Sealing;

/// <summary>
/// A throw-away root and certificates for evaluation and tests: one folder per party, holding its own keys, the root and the
/// certificates of those it talks to. A real hub enrols its agencies instead.
/// </summary>
public static class SamplePki
{
    /// <summary>
    /// Writes <c>FOLDER/&lt;party&gt;/{signing,agreement}.{crt,key}</c>, <c>root.crt</c> and <c>register/</c> for the hub and each
    /// agency (key files mode 0600). The root's key is not kept.
    /// </summary>
    public static void Make(string folder, string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now) =>
        throw new NotImplementedException();
}
