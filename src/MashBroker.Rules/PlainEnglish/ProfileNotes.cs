using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>What is allowed in a profile and yet worth a second look by whoever wrote it.</summary>
public static class ProfileNotes
{
    private static readonly Rating[] Ratings = [Rating.Red, Rating.Amber, Rating.Green];

    /// <returns>Sentences; empty where nothing strikes.</returns>
    public static IReadOnlyList<string> On(HubProfile profile) =>
        [.. NoTimeToDecide(profile), .. NoSector(profile), .. NoAgreement(profile)];

    private static IEnumerable<string> NoTimeToDecide(HubProfile profile) =>
        Ratings
            .Where(rating => profile.Decision.Starts == DecisionStart.ContactReceived)
            .Select(rating =>
                (Rating: rating, Return: profile.Returns.For(rating), Decision: profile.Decision.Limits.For(rating))
            )
            .Where(limits =>
                limits.Return.Runs == limits.Decision.Runs && limits.Return.Within >= limits.Decision.Within
            )
            .Select(limits =>
                $"{limits.Rating} returns take as long as the decision: nothing is left for deciding. Whoever publishes is shown that."
            );

    private static IEnumerable<string> NoSector(HubProfile profile) =>
        profile
            .Agencies.Where(agency => agency.Sector == AgencySector.NotStated)
            .Select(agency => $"{agency.Name} has no sector: statutory, non-statutory or third-sector.");

    private static IEnumerable<string> NoAgreement(HubProfile profile) =>
        profile
            .Agencies.Where(agency => agency.Agreement?.Purposes.Contains(profile.Purpose) != true)
            .Select(agency => $"{agency.Name} has no sharing agreement for the purpose '{profile.Purpose}'.");
}
