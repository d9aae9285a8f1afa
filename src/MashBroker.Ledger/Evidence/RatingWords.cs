using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Why somebody rated as they did, in the words of the decision to share that stands in the case file beside the rating. Its row of
/// the chain holds their salted digest, so that the evidence can show them, or leave them out, and prove them all the same.
/// </summary>
internal static class RatingWords
{
    private const string DigestFollows = ", in words ";

    /// <returns>What the row of an entry says: its number, its kind and, of such a decision, the digest of its words.</returns>
    /// <param name="content">The statement as it is kept.</param>
    public static string Detail(int number, string kind, CaseStatement statement, byte[] content) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number} {kind}{(statement is SharingDecision { Salt: not null } ? DigestFollows + LetterProof.DigestOf(content) : "")}"
        );

    /// <summary>Number of the entry and digest of its words; null where the row names none.</summary>
    public static (int Number, string Digest)? Of(string? detail) =>
        detail?.Split(DigestFollows) is [var entry, var digest]
        && int.TryParse(entry.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, digest)
            : null;

    /// <summary>The decision as its digest is made of and as it is exported.</summary>
    public static byte[] Write(SharingDecision decision) =>
        JsonSerializer.SerializeToUtf8Bytes(decision, MashJson.Options);

    /// <summary>Null for anything that is not exactly such a decision.</summary>
    public static SharingDecision? Read(byte[] json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<SharingDecision>(json, MashJson.Options);
            return read is { ByRating: true, Salt: not null } && Write(read).AsSpan().SequenceEqual(json) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
