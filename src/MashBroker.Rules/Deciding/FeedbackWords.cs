using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// What referrers and families are told, made of the outcome, the hub and the next step and of nothing else: no return is looked at,
/// so none can slip in.
/// </summary>
public static class FeedbackWords
{
    public static string ForReferrer(HubProfile profile, OutcomeRule outcome, ReferrerKind referrer)
    {
        var rule = profile.Feedback.First(each => each.ReferrerKinds.Contains(referrer));
        string[] sentences =
            rule.What is FeedbackContent.Outcome
                ?
                [
                    $"{profile.Name} has decided on what you told us.",
                    Outcome(outcome),
                    $"If you learn of anything new, tell: {profile.AfterClosing.NewReferralThrough}.",
                    $"If you do not agree, turn to: {profile.Disagreement[0].Who}.",
                ]
                :
                [
                    $"Thank you. {profile.Name} has dealt with what you told us.",
                    "We may not tell you more about a family.",
                    $"If you are worried again, tell: {profile.AfterClosing.NewReferralThrough}.",
                ];
        return string.Join(' ', sentences);
    }

    public static string ForFamily(HubProfile profile, OutcomeRule outcome) =>
        string.Join(
            ' ',
            $"{profile.Name} was told of a concern about your child and has decided what happens next.",
            Outcome(outcome),
            $"If you are not happy with this, turn to: {profile.Complaints[0].Who}."
        );

    private static string Outcome(OutcomeRule outcome) =>
        outcome.Receiver is { } receiver ? $"The outcome is: {outcome.Name}. From here on it is with: {receiver}."
        : outcome.Closes ? $"The outcome is: {outcome.Name}. The case is closed."
        : $"The outcome is: {outcome.Name}.";
}
