using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>What is allowed in a profile and yet worth a second look by whoever wrote it.</summary>
public static class ProfileNotes
{
    private static readonly Rating[] Ratings = [Rating.Red, Rating.Amber, Rating.Green];

    /// <param name="on">Today, in the hub's zone.</param>
    /// <returns>Sentences; empty where nothing strikes.</returns>
    public static IReadOnlyList<string> On(HubProfile profile, DateOnly on) =>
        [
            .. NoTimeToDecide(profile),
            .. NoSector(profile),
            .. NoAgreement(profile),
            .. Placeholders(profile),
            .. NotYetAgreed(profile, on),
            .. UnknownCodes(profile),
        ];

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
                limits.Return.Within == limits.Decision.Within
                    ? $"{limits.Rating} returns take as long as the decision: nothing is left for deciding. Whoever publishes is shown that."
                    : $"{limits.Rating} returns are due {Words.Count((int)(limits.Return.Within - limits.Decision.Within).TotalHours, "hour")} after the decision: nothing is left for deciding. Whoever publishes is shown that."
            );

    private static IEnumerable<string> NoSector(HubProfile profile) =>
        profile
            .Agencies.Where(agency => agency.Sector == AgencySector.NotStated)
            .Select(agency => $"{agency.Name} has no sector: statutory, non-statutory or third-sector.");

    private static IEnumerable<string> NoAgreement(HubProfile profile) =>
        profile
            .Agencies.Where(agency => agency.Agreement?.Purposes.Contains(profile.Purpose) != true)
            .Select(agency => $"{agency.Name} has no sharing agreement for the purpose '{profile.Purpose}'.");

    private static IEnumerable<string> Placeholders(HubProfile profile) =>
        PlaceholderAgreements(profile, profile.Agencies.Select(agency => agency.Code)) is { } note ? [note] : [];

    /// <summary>With which of these agencies the agreement is one that nobody has signed; null where there is none such.</summary>
    /// <param name="agencies">Codes.</param>
    public static string? PlaceholderAgreements(HubProfile profile, IEnumerable<string> agencies)
    {
        var asked = agencies.ToHashSet();
        var names = profile
            .Agencies.Where(agency => asked.Contains(agency.Code) && agency.Agreement?.Placeholder == true)
            .Select(agency => agency.Name)
            .ToList();
        return names.Count == 0
            ? null
            : $"The sharing agreement with {Words.List(names)} is {SharingAgreement.PlaceholderInWords}.";
    }

    private static IEnumerable<string> NotYetAgreed(HubProfile profile, DateOnly on) =>
        profile
            .Agencies.Where(agency => agency.Agreement?.From > on)
            .Select(agency =>
                $"The sharing agreement with {agency.Name} begins on {agency.Agreement!.From:yyyy-MM-dd}: until then it is not asked."
            );

    private static IEnumerable<string> UnknownCodes(HubProfile profile) =>
        profile.Agencies.SelectMany(agency =>
            agency
                .MaySee.Except(KnownCodes.MaySee)
                .Concat(agency.MayReturn.Except(KnownCodes.Records))
                .Select(code =>
                    $"{agency.Name} has the code '{code}', which the product does not know: it is carried as it is."
                )
        );
}
