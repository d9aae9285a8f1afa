using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Whether a case is handed to the team that its outcome names.</summary>
public static class ReceivingTeam
{
    /// <returns>Null where it is, where the outcome names no certain one, or where somebody says why it is another.</returns>
    public static FieldFault? Check(OutcomeRule outcome, SummaryGiven given) =>
        outcome switch
        {
            _ when given.Why is not null => null,
            { Closes: true } => new FieldFault(
                "why",
                "is missing, and the outcome closed the case: nobody receives it",
                "Say why somebody is given what is known of a family about which nothing further is done; or give it to nobody."
            ),
            { Receiver: { } receiver, ReceiverVaries: false } when !Is(receiver, given.To) => new FieldFault(
                "why",
                $"is missing, and the outcome's team is {receiver}, not the one named",
                "Say why another team is given it; or name that team in to."
            ),
            _ => null,
        };

    /// <summary>For whom the summary is, as its heading says.</summary>
    public static string InWords(HubProfile profile, OutcomeRule outcome) =>
        outcome.Closes ? "nobody, as the case is closed" : outcome.Receiver ?? profile.SummaryTo;

    // "Early Help" is the Early Help Team, and the Early Help Team what the profile describes in a sentence.
    private static bool Is(string receiver, string to) =>
        MakerRoles.Fits(receiver, to) || MakerRoles.Fits(to, receiver);
}
