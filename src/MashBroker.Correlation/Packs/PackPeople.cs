using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Correlation.Packs;

/// <summary>One person of the enquiry and what every agency of the hub answered about them.</summary>
/// <param name="Subject">Code of the subject.</param>
/// <param name="Answers">One for each agency, in the order of the hub's profile.</param>
public sealed record PackPerson(string Subject, IReadOnlyList<PersonAnswer> Answers);

/// <summary>One agency's answer about one person.</summary>
public sealed record PersonAnswer
{
    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>How many records of them came.</summary>
    public required int Records { get; init; }

    /// <summary>The agency's ground, or why it was not asked about them.</summary>
    public string? Reason { get; init; }
}

/// <summary>Merges what agencies said by person. Silence about one of those asked about is silence, not an answer.</summary>
internal static class PackPeople
{
    private const string NotAboutThem = "not about this person";

    private const string SaidNothing = "answered, and said nothing of this person";

    public static IReadOnlyList<PackPerson> Of(IReadOnlyList<PackAgency> agencies, IReadOnlyList<Subject> subjects) =>
        [
            .. subjects.Select(subject => new PackPerson(
                subject.Code,
                [.. agencies.Select(agency => Of(agency, subject.Code))]
            )),
        ];

    private static PersonAnswer Of(PackAgency agency, string subject)
    {
        var answers = agency.CurrentAnswers.Where(answer => answer.Subject == subject).ToArray();
        var (standing, reason) = agency.Standing switch
        {
            Standing.NotAsked => (Standing.NotAsked, agency.NotAskedReason),
            _ when !agency.AskedAbout.Contains(subject) => (Standing.NotAsked, NotAboutThem),
            _ when answers.Length > 0 => (
                StandingOf(AnswerKinds.Overall(answers.Select(answer => answer.Kind))),
                Reasons(answers)
            ),
            Standing.Withdrawn => (Standing.Withdrawn, null),
            Standing.Silent => (Standing.Silent, null),
            _ => (Standing.Silent, agency.InPart ? null : SaidNothing),
        };
        return new PersonAnswer
        {
            Agency = agency.Agency,
            AgencyName = agency.Name,
            Standing = standing,
            Records = answers.Sum(answer => answer.Records.Count),
            Reason = reason,
        };
    }

    public static Standing StandingOf(AnswerKind? kind) =>
        kind switch
        {
            AnswerKind.Held => Standing.Held,
            AnswerKind.NothingKnown => Standing.NothingKnown,
            AnswerKind.NeedMoreDetails => Standing.NeedMoreDetails,
            AnswerKind.Refused => Standing.Refused,
            AnswerKind.CannotLook => Standing.CannotLook,
            _ => Standing.Silent,
        };

    private static string? Reasons(IEnumerable<Answer> answers) =>
        string.Join("; ", answers.Select(answer => answer.Reason).OfType<string>().Distinct())
            is { Length: > 0 } reasons
            ? reasons
            : null;
}
