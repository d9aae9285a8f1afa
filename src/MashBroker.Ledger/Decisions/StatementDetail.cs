using System.Globalization;
using MashBroker.Ledger.Evidence;

namespace MashBroker.Ledger.Decisions;

/// <summary>
/// What the row says of a statement that the hub signed of a pack: the version, and the digest of what was signed, so that the
/// chain vouches for it.
/// </summary>
internal static class StatementDetail
{
    private const string DigestFollows = ", signed ";

    public static string Write(int packVersion, byte[] original) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"pack version {packVersion}{DigestFollows}{LetterProof.DigestOf(original)}"
        );

    /// <summary>Null where it names none.</summary>
    public static string? DigestOf(string? detail) => detail?.Split(DigestFollows) is [_, var digest] ? digest : null;
}
