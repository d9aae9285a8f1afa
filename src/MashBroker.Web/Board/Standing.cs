using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Web.Board;

/// <summary>
/// Where one agency stands in one enquiry. An agency of the profile is always in exactly one of these; late and missing are
/// marks beside it. No two of them look alike in words.
/// </summary>
public enum Standing
{
    None = 0,
    NotAsked,
    Queued,
    Sent,
    Received,
    InPart,
    Held,
    NothingKnown,
    NeedMoreDetails,
    Refused,
    CannotLook,
    Silent,
    Withdrawn,
}

/// <summary>Derives a standing from its request; the words are what a manager reads.</summary>
public static class Standings
{
    public static Standing Of(RequestRow request) =>
        request.State switch
        {
            RequestState.NotAsked => Standing.NotAsked,
            RequestState.Withdrawn => Standing.Withdrawn,
            RequestState.Answered => OfAnswer(request.Answer),
            RequestState.AnsweredInPart => Standing.InPart,
            _ when request.Late => Standing.Silent,
            RequestState.Receipted => Standing.Received,
            RequestState.Sent => Standing.Sent,
            _ => Standing.Queued,
        };

    public static string Words(RequestRow request) =>
        Of(request) switch
        {
            Standing.NotAsked => $"Not asked: {request.NotAskedReason}",
            Standing.Queued => "Queued, not yet sent",
            Standing.Sent => "Sent, no receipt yet",
            Standing.Received => "Has it, no return yet",
            Standing.InPart => $"Answered in part: {Words(OfAnswer(request.Answer))}",
            Standing.Silent => request.ReceiptedAt is null
                ? "Silent: no receipt, no return"
                : "Silent: has it, no return",
            Standing.Withdrawn when request.AnsweredWhenWithdrawn =>
                $"Withdrawn; had answered before: {Words(OfAnswer(request.Answer))}",
            Standing.Withdrawn when request.AnsweredAfterWithdrawal =>
                $"Withdrawn; answered before the withdrawal reached it: {Words(OfAnswer(request.Answer))}",
            Standing.Withdrawn when request.Answer is not null =>
                $"Withdrawn; answered in part before: {Words(OfAnswer(request.Answer))}",
            Standing.Withdrawn => "Withdrawn",
            var answered => Words(answered),
        };

    /// <summary>How an agency came to be asked after the publication; null where it was asked then, or not at all.</summary>
    public static string? AskedAgain(RequestRow request, HubTime time) =>
        request.AskedAt is not { } at || request.State is RequestState.NotAsked ? null
        : request.AskedAnew ? $"Asked again {time.Say(at)}, after it had answered"
        : request.Replaces ? $"Asked again {time.Say(at)}, after its request had been withdrawn"
        : $"Asked later: {time.Say(at)}";

    private static string Words(Standing standing) =>
        standing switch
        {
            Standing.Held => "Held",
            Standing.NothingKnown => "Nothing known",
            Standing.NeedMoreDetails => "Needs more details",
            Standing.Refused => "Refused",
            Standing.CannotLook => "Could not look",
            _ => standing.ToString(),
        };

    private static Standing OfAnswer(AnswerKind? answer) =>
        answer switch
        {
            AnswerKind.Held => Standing.Held,
            AnswerKind.NothingKnown => Standing.NothingKnown,
            AnswerKind.NeedMoreDetails => Standing.NeedMoreDetails,
            AnswerKind.Refused => Standing.Refused,
            AnswerKind.CannotLook => Standing.CannotLook,
            _ => Standing.None,
        };
}
