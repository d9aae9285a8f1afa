using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Web.Sharing;

/// <summary>
/// What a decision not to share comes too late for. It calls nothing back: whoever makes it is told who has been asked, and how a
/// request is withdrawn.
/// </summary>
internal static class SharedBefore
{
    /// <returns>A sentence for each agency that the decision is about and that has been asked; none where nobody was.</returns>
    public static async Task<IReadOnlyList<string>> RemarksAsync(
        LedgerSession session,
        ContactRow row,
        SharingDecision decision
    )
    {
        if (decision.Decision is not SharingChoice.NotToShare || row.EnquiryReference is not { } reference)
        {
            return [];
        }

        var enquiry = (await EnquiryStore.FindAsync(session, reference))!;
        var asked = (await EnquiryStore.RequestsOfAsync(session, reference))
            .Where(request => decision.With.Count == 0 || decision.With.Contains(request.Agency))
            .Where(request => request.State is not RequestState.NotAsked)
            .ToArray();
        var open = asked.Where(request => request.State is not RequestState.Withdrawn).ToArray();
        return [.. asked.Select(Told), .. open.Length == 0 ? [] : new[] { Remedy(enquiry, decision, open) }];
    }

    private static string Told(RequestRow request) =>
        request switch
        {
            { State: RequestState.Queued } =>
                $"{request.AgencyName} is about to be asked: its request waits to be sent.",
            { State: RequestState.Answered } =>
                $"{request.AgencyName} was asked, and told what its request says, and has answered.",
            { State: RequestState.AnsweredInPart } =>
                $"{request.AgencyName} was asked, and told what its request says, and has answered in part.",
            { State: RequestState.Withdrawn, SealedAt: null } =>
                $"{request.AgencyName} was never told: its request was withdrawn in time.",
            { State: RequestState.Withdrawn } =>
                $"{request.AgencyName} was told what its request says, which has been withdrawn.",
            _ => $"{request.AgencyName} was asked, and told what its request says, and has not answered.",
        };

    private static string Remedy(EnquiryRow enquiry, SharingDecision decision, IEnumerable<RequestRow> open)
    {
        const string Nothing = "This decision calls nothing back";
        if (enquiry.Outcome is not null)
        {
            return $"{Nothing}, and the enquiry is decided: telephone them.";
        }

        string[] agencies =
            decision.With.Count == 0 ? [""] : [.. open.Select(request => $" --agency {request.Agency}")];
        return $"{Nothing}. To withdraw what was asked: "
            + string.Join(
                "; ",
                agencies.Select(agency => $"mash enquiry withdraw {enquiry.Reference}{agency} --reason \"...\"")
            );
    }
}
