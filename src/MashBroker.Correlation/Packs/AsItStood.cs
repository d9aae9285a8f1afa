using MashBroker.Contracts;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// What a pack is made from as it stood when somebody decided. A return that came between the decision and its freezing is not in
/// it: the order of the ledger alone says what was known.
/// </summary>
internal static class AsItStood
{
    public static PackSource At(PackSource source, DecisionRow decision) =>
        source with
        {
            Reason = PackReason.Decided,
            Now = decision.DecidedAt,
            Enquiry = source.Enquiry with
            {
                AllInAt = source.Enquiry.AllInAt <= decision.DecidedAt ? source.Enquiry.AllInAt : null,
            },
            Requests = [.. source.Requests.Select(request => AsItStoodThen(request, source, decision))],
            Case = [.. source.Case.Where(entry => entry.Number <= decision.Entry)],
            Returns = [.. source.Returns.Where(received => received.Row.Position <= decision.LastReturn)],
        };

    private static RequestRow AsItStoodThen(RequestRow request, PackSource source, DecisionRow decision)
    {
        var own = source.Returns.Where(received => received.Row.RequestId == request.Id).ToArray();
        if (own.All(received => received.Row.Position <= decision.LastReturn))
        {
            return request;
        }

        var then = own.Where(received => received.Row.Position <= decision.LastReturn).ToArray();
        var progress = ReturnProgressOf(
            then,
            [
                .. source
                    .Questions.Where(question => question.RequestId == request.Id)
                    .Select(question => question.LetterId),
            ]
        );
        return request with
        {
            Answer = then.Length == 0 ? null : progress.Answer,
            Parts = progress.Parts,
            State =
                request.State is RequestState.Withdrawn ? request.State
                : progress.Complete ? RequestState.Answered
                : then.Length > 0 ? RequestState.AnsweredInPart
                : request.ReceiptedAt is null ? RequestState.Sent
                : RequestState.Receipted,
            AnsweredAt = progress.Complete ? then[^1].Row.ReceivedAt : null,
        };
    }

    private static ReturnProgress ReturnProgressOf(
        IEnumerable<ReceivedReturn> returns,
        IReadOnlyCollection<MessageId> questions
    ) =>
        ReturnProgress.Of(
            returns.Select(received => new ReturnPart
            {
                Part = received.Row.Part,
                Revision = received.Row.Revision,
                Final = received.Row.Final,
                Answer = received.Row.Answer,
                Answers = received.Row.Answers,
            }),
            questions
        );
}
