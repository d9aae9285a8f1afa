using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Evidence;

namespace MashBroker.Ledger.Decisions;

/// <summary>What the row of a judgement says: the effect in a word, and the digest of its words, which hold a random salt.</summary>
internal static class JudgementDetail
{
    private const string DigestFollows = ", in words ";

    public static string Write(AddendumJudgement judgement) =>
        $"{judgement.Effect}{DigestFollows}{LetterProof.DigestOf(Words(judgement))}";

    /// <summary>Null where it names none.</summary>
    public static string? DigestOf(string? detail) => detail?.Split(DigestFollows) is [_, var digest] ? digest : null;

    /// <summary>The judgement as its digest is made of and as it is exported.</summary>
    public static byte[] Words(AddendumJudgement judgement) =>
        JsonSerializer.SerializeToUtf8Bytes(judgement, MashJson.Options);
}
