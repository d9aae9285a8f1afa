using System.Globalization;
using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Packs;

namespace MashBroker.Correlation.Packs;

/// <summary>Codes as a social worker reads them. No two standings share a word that could be taken for the other.</summary>
internal static partial class Words
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

    private const string HeldWithoutRecords = "Known, nothing within what was asked";

    private const string HeldAndWithheld = "Known; what it returned is withheld";

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

    /// <summary>Somebody can be known and nothing of theirs be asked for: that is not a record, nor nothing known.</summary>
    public static string Of(PackAgency agency) =>
        agency.Standing is not Standing.Held || agency.CurrentAnswers.Any(answer => answer.Records.Count > 0)
            ? Of(agency.Standing)
        : agency.Returns.Any(each => each is { Superseded: false, Withheld: not null }) ? HeldAndWithheld
        : HeldWithoutRecords;

    /// <inheritdoc cref="Of(PackAgency)"/>
    public static string Of(Return body) =>
        body.Kind is AnswerKind.Held && !body.Answers.Any(answer => answer.Records.Count > 0)
            ? HeldWithoutRecords
            : Of(body.Kind);

    /// <inheritdoc cref="Of(PackAgency)"/>
    public static string Of(Answer answer) =>
        answer is { Kind: AnswerKind.Held, Records.Count: 0 } ? HeldWithoutRecords : Of(answer.Kind);

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

    /// <summary>e.g. <c>2 records (Intelligence 2) and its own words: of kinds not agreed</c>.</summary>
    public static string Of(RecordsWithheld excess)
    {
        var count = excess.Kinds.Sum(kind => kind.Count);
        var kinds = string.Join(
            ", ",
            excess.Kinds.Select(kind =>
                string.Create(CultureInfo.InvariantCulture, $"{OfKind(kind.Kind)} {kind.Count}")
            )
        );
        string[] parts =
        [
            .. count == 0 ? Array.Empty<string>() : [$"{count} {(count == 1 ? "record" : "records")} ({kinds})"],
            .. excess.OwnWords ? ["its own words"] : Array.Empty<string>(),
        ];
        return $"{(parts.Length == 0 ? "nothing that it said" : string.Join(" and ", parts))}: {excess.Because}";
    }

    public static string OfView(ViewOf of) =>
        of switch
        {
            ViewOf.Parent => "View of a parent",
            ViewOf.Carer => "View of a carer",
            ViewOf.Child => "View of the child",
            ViewOf.Professional => "View of a professional",
            ViewOf.Referrer => "View of the referrer",
            _ => "Another view",
        };

    public static string Of(PackReason reason) =>
        reason switch
        {
            PackReason.AllIn => "every agency asked has answered",
            PackReason.DeadlinePassed => "the deadline for returns has passed",
            PackReason.DecisionDue => "the decision is due",
            PackReason.ReturnAfterwards => "a return came after the version before",
            PackReason.ChangedAfterwards => "the enquiry changed after the version before",
            PackReason.Decided => "it was decided: the pack as it stood then",
            PackReason.Addendum => "a return came after the decision, which stays as it was",
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

    public static string Of(LegalBasis basis) =>
        basis.Name ?? (Act().Match(basis.Code) is { Success: true } act ? OfAct(act) : OfCode(basis.Code));

    private static string OfAct(Match act)
    {
        var title = act.Groups["title"]
            .Value.Split('-')
            .Select(word => word is "and" or "of" or "the" ? word : char.ToUpperInvariant(word[0]) + word[1..]);
        var section = act.Groups["section"] is { Success: true } number ? $", section {number.Value}" : "";
        return $"{string.Join(' ', title)} Act {act.Groups["year"].Value}{section}";
    }

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

    [GeneratedRegex(
        @"\A(?<title>[a-z]+(?:-[a-z]+)*)-act-(?<year>[0-9]{4})(?:-s(?<section>[0-9]+[a-z]?))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Act();
}
