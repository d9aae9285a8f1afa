using MashBroker.Contracts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Verifies by whose rating the agencies were asked: the row that comes before the enquiry is of the contact that became it, and
/// the enquiry was published under that rating and in that person's name.
/// </summary>
internal static class RatingCheck
{
    private const string RowsFile = EvidenceNames.AuditRows;

    /// <param name="required">False for evidence given out before the row was in it.</param>
    /// <exception cref="EvidenceFaultException">It is missing, or another one's.</exception>
    public static RatingEvidence? Run(Segment segment, bool required)
    {
        if (segment.Rating is not { } rated)
        {
            return required
                ? throw new EvidenceFaultException(
                    RowsFile,
                    "the row by which somebody confirmed the rating is not shown."
                )
                : null;
        }

        var published = segment.Rows[0];
        return
            rated.Act is AuditAct.RatingConfirmed
            && published.Act is AuditAct.EnquiryPublished
            && (rated.Subject, rated.Detail, rated.Actor) == (published.Subject, published.Detail, published.Actor)
            && Enum.TryParse<Rating>(rated.Detail, out var rating)
            ? new RatingEvidence(rating, rated.Actor, rated.At, rated.Sequence)
            : throw new EvidenceFaultException(
                RowsFile,
                $"row {rated.Sequence} is not the rating under which row {published.Sequence} published the enquiry."
            );
    }
}
