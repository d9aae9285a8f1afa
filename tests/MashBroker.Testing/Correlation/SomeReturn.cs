using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Correlation;

/// <summary>Returns of invented agencies; a test states what it is about.</summary>
public static class SomeReturn
{
    public static readonly DateTimeOffset SearchedAt = new(2026, 11, 17, 10, 5, 0, TimeSpan.Zero);

    public static Return Of(params IReadOnlyList<Answer> answers) =>
        new()
        {
            Part = 1,
            Final = true,
            Kind = AnswerKinds.Overall(answers.Select(answer => answer.Kind)),
            SearchedAt = SearchedAt,
            SystemsSearched = ["Sample records"],
            Answers = answers,
            Headline = "What we hold in one sentence.",
            AuthorisedBy = "Sergeant R. Penhallow",
            AdapterVersion = "0.1.0",
        };

    public static Return Part(this Return body, int part, bool final) => body with { Part = part, Final = final };

    public static Answer Held(string subject, params IReadOnlyList<AgencyRecord> records) =>
        new()
        {
            Subject = subject,
            Kind = AnswerKind.Held,
            Match = new MatchEvidence
            {
                Outcome = MatchOutcome.Match,
                Score = 0.97,
                Fields = [new FieldEvidence("family-name", "exact")],
                SearchKeys = ["name+date-of-birth"],
            },
            Records = records,
        };

    public static Answer NothingKnown(string subject) => Without(subject, AnswerKind.NothingKnown, null);

    public static Answer Refused(string subject, string ground) => Without(subject, AnswerKind.Refused, ground);

    public static Answer CannotLook(string subject, string fault) => Without(subject, AnswerKind.CannotLook, fault);

    public static Answer NeedMoreDetails(string subject, string what) =>
        Without(subject, AnswerKind.NeedMoreDetails, what);

    public static AgencyRecord Record(
        string id,
        DateOnly? on = null,
        string kind = RecordKind.PoliceDomesticIncident
    ) =>
        new()
        {
            Kind = kind,
            On = on,
            Summary = $"What record {id} says.",
            Source = new RecordSource("Sample records", id),
        };

    private static Answer Without(string subject, AnswerKind kind, string? reason) =>
        new()
        {
            Subject = subject,
            Kind = kind,
            Reason = reason,
            Match = new MatchEvidence { Outcome = MatchOutcome.None },
        };
}
