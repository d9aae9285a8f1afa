using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Packs;

namespace MashBroker.Correlation.Packs;

/// <summary>Codes as a social worker reads them. No two standings share a word that could be taken for the other.</summary>
internal static class Words
{
    // Initials of the field that are not words.
    private static readonly HashSet<string> Initials = new(StringComparer.Ordinal)
    {
        "marac",
        "mappa",
        "dash",
        "nhs",
        "upn",
        "uln",
        "pnc",
        "cro",
        "crn",
        "noms",
        "uprn",
        "urn",
        "gp",
    };

    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.Held => "Holds records",
            Standing.NothingKnown => "Looked: nothing known",
            Standing.NeedMoreDetails => "Asks for more details",
            Standing.Refused => "Refused to disclose",
            Standing.CannotLook => "Could not look",
            Standing.Silent => "Silent: no answer",
            Standing.NotAsked => "Not asked",
            Standing.Withdrawn => "Request withdrawn",
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Not a standing."),
        };

    public static string Of(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Held => Of(Standing.Held),
            AnswerKind.NothingKnown => Of(Standing.NothingKnown),
            AnswerKind.NeedMoreDetails => Of(Standing.NeedMoreDetails),
            AnswerKind.Refused => Of(Standing.Refused),
            AnswerKind.CannotLook => Of(Standing.CannotLook),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an answer."),
        };

    public static string Of(PackReason reason) =>
        reason switch
        {
            PackReason.AllIn => "every agency asked has answered",
            PackReason.DeadlinePassed => "the deadline for returns has passed",
            PackReason.DecisionDue => "the decision is due",
            PackReason.ReturnAfterwards => "a return came after the version before",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
        };

    public static string Of(MatchOutcome outcome) =>
        outcome switch
        {
            MatchOutcome.Match => "matched",
            MatchOutcome.Possible => "possible match, not disclosed without review",
            MatchOutcome.Several => "several records fit",
            _ => "no match",
        };

    public static string Of(SubjectRole role) =>
        role switch
        {
            SubjectRole.UnbornChild => "Unborn child",
            SubjectRole.OtherAdult => "Other adult",
            SubjectRole.None => "Not stated",
            _ => role.ToString(),
        };

    /// <summary>e.g. <c>police.domestic-incident</c>: Domestic incident.</summary>
    public static string OfKind(string code) => OfCode(code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    /// <summary>e.g. <c>nhs-number</c>: NHS number.</summary>
    public static string OfCode(string code)
    {
        var words = code.Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Initials.Contains(word) ? word.ToUpperInvariant() : word)
            .ToArray();
        var text = string.Join(' ', words);
        return text.Length == 0 ? code : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
