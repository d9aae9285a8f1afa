using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Whether a case is handed to the team that its outcome names.</summary>
public static class ReceivingTeam
{
    /// <returns>Null where it is, where the outcome names no team, or where somebody says why it is another.</returns>
    public static FieldFault? Check(OutcomeRule outcome, SummaryGiven given) =>
        outcome is not { Receiver: { } receiver, ReceiverVaries: false }
        || given.Why is not null
        || Is(receiver, given.To)
            ? null
            : new FieldFault(
                "why",
                $"is missing, and the outcome's team is {receiver}, not the one named",
                "Say why another team is given it; or name that team in to."
            );

    // "Early Help" is the Early Help Team, and the Early Help Team what the profile describes in a sentence.
    private static bool Is(string receiver, string to) =>
        MakerRoles.Fits(receiver, to) || MakerRoles.Fits(to, receiver);
}
