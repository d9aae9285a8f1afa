using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Rules;

namespace MashBroker.Web.Cases;

/// <summary>
/// The fields of a statement as people read them: codes in words, agencies and outcomes by the names that the hub gives them, times
/// by the hub's clock. What is not stated is left out. Who stated it stands beside the entry.
/// </summary>
internal sealed class EntryInWords(HubProfile profile)
{
    // Whoever it is by stands beside it; whom it names besides does not.
    private static readonly HashSet<string> Beside = [nameof(CaseStatement.By), nameof(CaseStatement.Role)];

    // What only a computer can use.
    private static readonly HashSet<string> LeftOut =
    [
        nameof(AddendumJudgement.Salt),
        nameof(RecordsWithheld.Return),
        nameof(SummaryGiven.Digest),
    ];

    // Where the name in the contract, read as words, would say something else.
    private static readonly Dictionary<string, string> Labels = new()
    {
        [$"{nameof(Allocation)}.{nameof(Allocation.ToRole)}"] = "their role",
        [$"{nameof(Challenge)}.{nameof(Challenge.FromRole)}"] = "their role",
        [$"{nameof(Consent)}.{nameof(Consent.SoughtAt)}"] = "asked",
        [$"{nameof(CriterionAnswer)}.{nameof(CriterionAnswer.Yes)}"] = "answer",
        [$"{nameof(Departure)}.{nameof(Departure.From)}"] = "departs from",
        [$"{nameof(DutyVisit)}.{nameof(DutyVisit.VisitedByRole)}"] = "their role",
        [$"{nameof(DutyVisit)}.{nameof(DutyVisit.VisitedAt)}"] = "visited",
        [$"{nameof(Feedback)}.{nameof(Feedback.GivenAt)}"] = "told",
        [$"{nameof(Feedback)}.{nameof(Feedback.Told)}"] = "told of",
        [$"{nameof(NotContacted)}.{nameof(NotContacted.Of)}"] = "who",
        [$"{nameof(ParentsInformed)}.{nameof(ParentsInformed.InformedAt)}"] = "informed",
        [$"{nameof(RouteDone)}.{nameof(RouteDone.DoneAt)}"] = "done",
        [$"{nameof(SharingDecision)}.{nameof(SharingDecision.ByRating)}"] = "said by having them asked",
        [$"{nameof(StrategyCall)}.{nameof(StrategyCall.StartsAt)}"] = "starts",
        [$"{nameof(StrategyCall)}.{nameof(StrategyCall.DueAt)}"] = "due",
        [$"{nameof(StrategyRecord)}.{nameof(StrategyRecord.HeldAt)}"] = "held",
        [$"{nameof(ViewGiven)}.{nameof(ViewGiven.Of)}"] = "view of",
        [$"{nameof(ViewGiven)}.{nameof(ViewGiven.Giver)}"] = "given by",
        [$"{nameof(ViewGiven)}.{nameof(ViewGiven.GivenAt)}"] = "given",
    };

    private readonly HubTime _time = new(profile.Zone);

    public IReadOnlyList<FieldInWords> Of(CaseStatement statement) => [.. Fields(statement)];

    /// <summary>What a limit is about beside its kind: the number of a disagreement and who looks at it now.</summary>
    public string About(string about)
    {
        var parts = about.Split(' ', 2);
        return parts.Length == 2 && StageNamed(parts[1]) is { } stage ? $"{parts[0]}, with {stage}" : about;
    }

    private IEnumerable<FieldInWords> Fields(object record)
    {
        foreach (
            var field in record
                .GetType()
                .GetProperties()
                .Where(field =>
                    !LeftOut.Contains(field.Name) && !(record is CaseStatement && Beside.Contains(field.Name))
                )
        )
        {
            if (InWords(field, field.GetValue(record)) is { Length: > 0 } words)
            {
                yield return new FieldInWords(Label(field), words);
            }
        }
    }

    private string InWords(PropertyInfo field, object? value) =>
        value switch
        {
            null => "",
            string text => Named(field, text),
            bool flag => flag ? "yes" : "no",
            int number => number.ToString(CultureInfo.InvariantCulture),
            Enum member => PlainNames.Of(member),
            DateTimeOffset at => _time.Say(at),
            DateOnly day => HubTime.Say(day),
            IReadOnlyDictionary<string, string> byAgency => string.Join(
                "; ",
                byAgency.Select(each => $"{Agency(each.Key)}: {each.Value}")
            ),
            StrategyAttendee one => $"{one.Name}, {one.Role}, for {Agency(one.Agency)}",
            StrategyApology one => Agency(one.Agency)
                + (one.Name is null ? "" : $", {one.Name}")
                + (one.Reason is null ? "" : $": {one.Reason}"),
            IEnumerable many => string.Join("; ", many.Cast<object>().Select(one => InWords(field, one))),
            ContractRecord nested => string.Join(
                ", ",
                Fields(nested)
                    .Select(part => part.Label is "given" or "family" ? part.Text : $"{part.Label} {part.Text}")
            ),
            _ => value.ToString() ?? "",
        };

    /// <summary>Free text stays as it is; what is a code there has a name.</summary>
    private string Named(PropertyInfo field, string text) =>
        field.Name switch
        {
            nameof(ContactDecision.Outcome) => profile.Outcomes.FirstOrDefault(one => one.Code == text)?.Name ?? text,
            nameof(StepDone.Step) => profile.NoEnquiry.Steps.FirstOrDefault(one => one.Code == text)?.Name ?? text,
            nameof(RouteDone.Route) => PlainNames.OfRoute(text),
            nameof(CriterionAnswer.Criterion) => profile.Criteria.FirstOrDefault(one => one.Code == text)?.Name ?? text,
            nameof(SharingDecision.NeedToKnow) => profile.NeedToKnow.FirstOrDefault(one => one.Code == text)?.Name
                ?? text,
            nameof(SharingDecision.Purpose) => PlainNames.OfCode(text),
            nameof(LawfulBasis.Power) => SharingCodes.NameOf(SharingCodes.Powers, text),
            nameof(LawfulBasis.Basis) => SharingCodes.NameOf(SharingCodes.Bases, text),
            nameof(LawfulBasis.Condition) => SharingCodes.NameOf(SharingCodes.Conditions, text),
            nameof(LawfulBasis.WithoutConsent) => SharingCodes.NameOf(SharingCodes.WithoutConsent, text),
            nameof(LawfulBasis.OffenceData) => SharingCodes.NameOf(SharingCodes.OffenceData, text),
            nameof(WithheldKind.Kind) => PlainNames.OfRecord(text),
            nameof(ChallengeAnswer.Stage) => StageNamed(text) ?? text,
            nameof(Departure.From) when field.DeclaringType == typeof(Departure) => PlainNames.OfDeparture(text),
            _ => Agency(text),
        };

    private string Agency(string code) => profile.Agencies.FirstOrDefault(one => one.Code == code)?.Name ?? code;

    private string? StageNamed(string code) =>
        profile.Disagreement.Concat(profile.Complaints).FirstOrDefault(stage => stage.Code == code)?.Who;

    private static string Label(PropertyInfo field) =>
        Labels.TryGetValue($"{field.DeclaringType!.Name}.{field.Name}", out var label)
            ? label
            : PlainNames.OfCode(JsonNamingPolicy.KebabCaseLower.ConvertName(field.Name));
}

/// <summary>One field of a statement.</summary>
/// <param name="Label">What it is, e.g. "given by".</param>
/// <param name="Text">By the hub's clock, codes in words.</param>
public sealed record FieldInWords(string Label, string Text);
