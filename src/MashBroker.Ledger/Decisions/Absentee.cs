using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Decisions;

/// <summary>An agency without whose answer, or a part of it, was decided.</summary>
/// <param name="Agency">Code of the agency.</param>
public sealed record Absentee(string Agency, string Name, AbsenceKind Kind)
{
    /// <summary>e.g. "Police has not answered and is late".</summary>
    public string InWords => $"{Name} {Kind.InWords()}";

    /// <summary>Everybody of the hub's agencies who had not answered in substance at an instant, in the hub's order.</summary>
    public static IReadOnlyList<Absentee> Among(
        IEnumerable<RequestRow> requests,
        DateTimeOffset decisionDueAt,
        DateTimeOffset now
    ) =>
        [
            .. requests
                .Select(request => new Absentee(
                    request.Agency,
                    request.AgencyName,
                    KindOf(request, now > decisionDueAt, now)
                ))
                .Where(absentee => absentee.Kind is not AbsenceKind.None),
        ];

    private static AbsenceKind KindOf(RequestRow request, bool decisionDue, DateTimeOffset now) =>
        request.State switch
        {
            RequestState.NotAsked => AbsenceKind.NotAsked,
            RequestState.Withdrawn when request.AnsweredWhenWithdrawn => AbsenceKind.AnswerWithdrawn,
            RequestState.Withdrawn => AbsenceKind.Withdrawn,
            RequestState.AnsweredInPart => AbsenceKind.AnsweredInPart,
            RequestState.Answered => OfAnswer(request.Answer),
            _ when decisionDue => AbsenceKind.Missing,
            _ => now > request.DueAt ? AbsenceKind.Late : AbsenceKind.NotYetAnswered,
        };

    private static AbsenceKind OfAnswer(AnswerKind? answer) =>
        answer switch
        {
            AnswerKind.Refused => AbsenceKind.Refused,
            AnswerKind.CannotLook => AbsenceKind.CouldNotLook,
            AnswerKind.NeedMoreDetails => AbsenceKind.NeedsMoreDetails,
            _ => AbsenceKind.None,
        };
}

/// <summary>Why an agency's knowledge was not there when it was decided. No two of them are alike.</summary>
public enum AbsenceKind
{
    None = 0,

    /// <summary>Silent although the decision was due.</summary>
    Missing,

    /// <summary>Silent although the return was due.</summary>
    Late,
    NotYetAnswered,
    AnsweredInPart,
    Refused,
    CouldNotLook,
    NeedsMoreDetails,
    NotAsked,
    Withdrawn,

    /// <summary>It had answered when its request was withdrawn: nothing is to rest on that.</summary>
    AnswerWithdrawn,
}

/// <summary>How a decision puts it.</summary>
public static class AbsenceKinds
{
    public static string InWords(this AbsenceKind kind) =>
        kind switch
        {
            AbsenceKind.Missing => "is missing: it has not answered although the decision is due",
            AbsenceKind.Late => "has not answered and is late",
            AbsenceKind.NotYetAnswered => "has not answered yet and still has time",
            AbsenceKind.AnsweredInPart => "has answered in part only",
            AbsenceKind.Refused => "refused to answer",
            AbsenceKind.CouldNotLook => "could not look",
            AbsenceKind.NeedsMoreDetails => "asked for more details",
            AbsenceKind.NotAsked => "was not asked",
            AbsenceKind.Withdrawn => "need not answer any more",
            AbsenceKind.AnswerWithdrawn => "had answered when its request was withdrawn",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), "It was not absent."),
        };
}
