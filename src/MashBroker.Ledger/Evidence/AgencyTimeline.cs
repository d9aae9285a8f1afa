using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Evidence;

/// <summary>Who was asked when, who answered when, in time or late: reckoned from verified letters, never taken from what they say.</summary>
internal static class AgencyTimeline
{
    /// <exception cref="EvidenceFaultException">A receipt of a return says otherwise than its instants.</exception>
    public static IReadOnlyList<AgencyEvidence> Of(IReadOnlyList<EvidenceLetter> letters) =>
        [
            .. letters
                .Where(letter => letter.Proof.Type is LetterType.Request)
                .Select(request =>
                    Of(request, [.. letters.Where(letter => letter.Proof.Request == request.Proof.Request)])
                ),
        ];

    private static AgencyEvidence Of(EvidenceLetter request, IReadOnlyList<EvidenceLetter> about)
    {
        var receipt = about.FirstOrDefault(letter =>
            letter.Proof is { Type: LetterType.Receipt, InReplyTo: { } answered } && answered.Id == request.Proof.Id
        );
        return new AgencyEvidence
        {
            Agency = request.Proof.Recipient,
            Rating = request.Proof.Rating,
            Purpose = request.Proof.Purpose,
            AskedAt = request.Proof.KeptAt,
            DueAt = request.Proof.DueAt ?? throw new EvidenceFaultException(request.Name, "it states no deadline."),
            RequestDigest = request.Proof.Digest,
            ReceivedThereAt = (receipt?.Body as Receipt)?.ReceivedAt,
            ReceiptAt = receipt?.Proof.KeptAt,
            Changes =
            [
                .. about
                    .Where(letter =>
                        letter.Proof.Type is LetterType.Amendment or LetterType.Chaser or LetterType.Withdrawal
                    )
                    .OrderBy(letter => letter.Proof.IssuedAt)
                    .Select(letter => new ChangeEvidence(
                        letter.Proof.Type,
                        letter.Proof.IssuedAt,
                        letter.Proof.Rating,
                        letter.Proof.DueAt,
                        letter.Proof.Digest,
                        about.Any(each =>
                            each.Proof is { Type: LetterType.Receipt, InReplyTo: { } answered }
                            && answered.Id == letter.Proof.Id
                        )
                    )),
            ],
            Returns =
            [
                .. about
                    .Where(letter => letter.Proof.Type is LetterType.Return)
                    .Select(each => Of(each, request, about)),
            ],
        };
    }

    private static ReturnEvidence Of(EvidenceLetter answer, EvidenceLetter request, IReadOnlyList<EvidenceLetter> about)
    {
        // A deadline can be moved by an amendment: from the instant at which the hub wrote it, whoever is faster.
        var due = DueAt(request, about, letter => letter.Proof.IssuedAt < answer.Proof.KeptAt);
        var dueWithLast = DueAt(request, about, letter => letter.Proof.IssuedAt <= answer.Proof.KeptAt);
        // At the very instant of the deadline a return is in time.
        var late = answer.Proof.KeptAt > due;
        var receipt = about.FirstOrDefault(letter =>
            letter.Proof is { Type: LetterType.ReturnReceipt, InReplyTo: { } answered }
            && answered.Id == answer.Proof.Id
        );
        if (dueWithLast != due && receipt?.Body is ReturnReceipt { Late: var stated } && stated != late)
        {
            // Written in the same millisecond as the return: the hub's receipt says which of the two was first.
            (due, late) = (dueWithLast, answer.Proof.KeptAt > dueWithLast);
        }

        if (
            receipt is not null
            && (receipt.Body is not ReturnReceipt said || said.ReceivedAt != answer.Proof.KeptAt || said.Late != late)
        )
        {
            throw new EvidenceFaultException(
                receipt.Name,
                $"it says otherwise than the record: received at {answer.Proof.KeptAt:u}, due at {due:u}."
            );
        }
        return new ReturnEvidence
        {
            Answer = answer.Proof.Answer ?? AnswerKind.None,
            Part = answer.Proof.Part ?? 0,
            Final = answer.Proof.Final ?? false,
            ReceivedAt = answer.Proof.KeptAt,
            Late = late,
            Digest = answer.Proof.Digest,
            Receipted = receipt is not null,
        };
    }

    private static DateTimeOffset? DueAt(
        EvidenceLetter request,
        IReadOnlyList<EvidenceLetter> about,
        Func<EvidenceLetter, bool> written
    ) =>
        about
            .Where(letter => letter.Proof.Type is LetterType.Amendment && written(letter))
            .OrderBy(letter => letter.Proof.IssuedAt)
            .Select(letter => letter.Proof.DueAt)
            .LastOrDefault(due => due is not null, request.Proof.DueAt);
}
