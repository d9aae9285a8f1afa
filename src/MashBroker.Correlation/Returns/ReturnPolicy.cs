using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;

namespace MashBroker.Correlation.Returns;

/// <summary>Decides whether a letter that was opened belongs to what the hub asked this agency. Pure.</summary>
internal static class ReturnPolicy
{
    /// <returns><see cref="ReturnRefusal.None"/> when it may be recorded.</returns>
    public static ReturnRefusal Judge(Arrived arrived)
    {
        if (arrived.ExpectedBrokerUser is { } expected && arrived.BrokerUser != expected)
        {
            return arrived.BrokerUser is null ? ReturnRefusal.BrokerUserAbsent : ReturnRefusal.BrokerUserIsNotSigner;
        }

        return arrived.Head.Type switch
        {
            LetterType.Heartbeat => ReturnRefusal.None,
            LetterType.PurgeCertificate => JudgeAnswered(arrived, request: null),
            _ => JudgeRequest(arrived),
        };
    }

    private static ReturnRefusal JudgeRequest(Arrived arrived)
    {
        if (arrived.Requests.Count == 0)
        {
            return ReturnRefusal.EnquiryUnknown;
        }

        var own = arrived
            .Requests.Where(request => request.Agency == arrived.Signer && request.State is not RequestState.NotAsked)
            .ToArray();
        if (own.Length == 0)
        {
            return ReturnRefusal.AgencyNotAsked;
        }

        // One that was withdrawn before its agency was asked again is its own too: what comes for it is filed under it.
        if (own.FirstOrDefault(request => request.Id == arrived.Head.Request) is { } named)
        {
            var refusal = JudgeAnswered(arrived, named);
            return refusal is ReturnRefusal.None && arrived.Return is { } body ? JudgeContent(arrived, body) : refusal;
        }

        return arrived.Requests.Any(request => request.Id == arrived.Head.Request)
            ? ReturnRefusal.RequestOfAnotherAgency
            : ReturnRefusal.RequestOfAnotherEnquiry;
    }

    private static ReturnRefusal JudgeAnswered(Arrived arrived, RequestRow? request)
    {
        if (
            arrived.Answered is not { } answered
            || answered.Agency != arrived.Signer
            || answered.EnquiryReference != arrived.Head.Enquiry
            || (request is not null && answered.RequestId != request.Id)
        )
        {
            return ReturnRefusal.AnswersNoLetterOfOurs;
        }

        // Sealed bytes are kept before they are sent, so whoever truly answers finds a digest here, however early.
        if (answered.Digest is null || answered.Digest != arrived.Head.InReplyTo?.Digest)
        {
            return ReturnRefusal.DigestIsNotOurs;
        }

        return Fits(arrived.Head.Type, answered.Type) ? ReturnRefusal.None : ReturnRefusal.AnswersAnotherKindOfLetter;
    }

    private static ReturnRefusal JudgeContent(Arrived arrived, Return body)
    {
        if (arrived.Erased)
        {
            return ReturnRefusal.EnquiryErased;
        }

        var askedAbout = arrived.AskedAbout.ToHashSet();
        return body.Answers.All(answer => askedAbout.Contains(answer.Subject))
            ? ReturnRefusal.None
            : ReturnRefusal.SubjectNotAskedAbout;
    }

    private static bool Fits(LetterType answer, LetterType answered) =>
        answer switch
        {
            LetterType.Return => answered is LetterType.Request or LetterType.Amendment,
            LetterType.Receipt => answered
                is LetterType.Request
                    or LetterType.Amendment
                    or LetterType.Chaser
                    or LetterType.Withdrawal,
            LetterType.PurgeCertificate => answered is LetterType.PurgeInstruction,
            _ => false,
        };
}

/// <summary>A letter that was opened, beside what the ledger holds of what it names.</summary>
internal sealed record Arrived
{
    public required LetterHead Head { get; init; }

    /// <summary>Code of the agency whose certificate signed.</summary>
    public required string Signer { get; init; }

    public string? BrokerUser { get; init; }

    /// <summary>The signer's user of the broker; null where the transport authenticates nobody.</summary>
    public string? ExpectedBrokerUser { get; init; }

    /// <summary>All requests of the enquiry that the head names; empty when there is no such enquiry.</summary>
    public required IReadOnlyList<RequestRow> Requests { get; init; }

    /// <summary>Our letter that the head says it answers.</summary>
    public WrittenLetter? Answered { get; init; }

    /// <summary>What it says, when it is a return.</summary>
    public Return? Return { get; init; }

    /// <summary>What was asked can be read no more: its key is destroyed.</summary>
    public bool Erased { get; init; }

    /// <summary>Codes of the people whom the signer was asked about in this enquiry.</summary>
    public IReadOnlyList<string> AskedAbout { get; init; } = [];
}
