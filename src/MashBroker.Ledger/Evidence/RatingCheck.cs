using MashBroker.Contracts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Verifies by whose rating the agencies were asked: the row that comes before the enquiry is of the contact that became it, and
/// the enquiry was published under that rating and in that person's name. Why, where it is shown, is what that person's row vouches for.
/// </summary>
internal static class RatingCheck
{
    private const string RowsFile = EvidenceNames.AuditRows;

    /// <param name="rated">The row that is shown as that of the rating; null where none is.</param>
    /// <param name="required">False for evidence given out before the row was in it.</param>
    /// <exception cref="EvidenceFaultException">It is missing, or another one's.</exception>
    public static RatingEvidence? Run(
        IReadOnlyDictionary<string, byte[]> files,
        Segment segment,
        AuditEntry? rated,
        bool required
    )
    {
        if (rated is null)
        {
            return required
                    ? throw new EvidenceFaultException(
                        RowsFile,
                        "the row by which somebody confirmed the rating is not shown."
                    )
                : files.ContainsKey(EvidenceNames.RatingReason) ? throw NotTheReason()
                : null;
        }

        var published = segment.Rows[0];
        return
            rated.Act is AuditAct.RatingConfirmed
            && published.Act is AuditAct.EnquiryPublished
            && (rated.Subject, rated.Detail, rated.Actor) == (published.Subject, published.Detail, published.Actor)
            && Enum.TryParse<Rating>(rated.Detail, out var rating)
            ? WithReason(new RatingEvidence(rating, rated.Actor, rated.At, rated.Sequence), files, segment)
            : throw new EvidenceFaultException(
                RowsFile,
                $"row {rated.Sequence} is not the rating under which row {published.Sequence} published the enquiry."
            );
    }

    // Evidence without content, or of before such a row named the digest, shows none.
    private static RatingEvidence WithReason(
        RatingEvidence rating,
        IReadOnlyDictionary<string, byte[]> files,
        Segment segment
    )
    {
        if (!files.TryGetValue(EvidenceNames.RatingReason, out var json))
        {
            return rating;
        }

        var digest = LetterProof.DigestOf(json);
        return
            RatingWords.Read(json) is { } words
            && words.By == rating.By
            && segment.Rows.Any(row =>
                row.Act is AuditAct.CaseEntryAdded
                && row.Actor == rating.By
                && RatingWords.Of(row.Detail)?.Digest == digest
            )
            ? rating with
            {
                Role = words.Role,
                Reason = words.Reason,
                AskedOf = words.With,
            }
            : throw NotTheReason();
    }

    private static EvidenceFaultException NotTheReason() =>
        new(EvidenceNames.RatingReason, "it is not what is on record of why the agencies were asked.");
}
