using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>A hub profile's JSON, top to bottom. What it leaves out is <see cref="HubDefaults"/>.</summary>
internal static class ProfileReader
{
    private const int MostHours = 24 * 90;

    private static readonly JsonDocumentOptions AsWritten = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    public static HubProfileReading Read(string json)
    {
        var faults = new List<FieldFault>();
        HubProfile? profile = null;
        try
        {
            using var document = JsonDocument.Parse(json, AsWritten);
            profile = ProfileObject.Root(document.RootElement, faults, ReadHub);
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"line {number + 1}")
                : "(file)";
            faults.Add(
                new FieldFault(line, "is not JSON.", "Correct it there: a comma, a brace, or a member said twice.")
            );
        }

        return new HubProfileReading(faults.Count == 0 ? profile : null, faults);
    }

    private static HubProfile ReadHub(ProfileObject hub)
    {
        var profile = new HubProfile
        {
            Code = hub.Code("code"),
            Name = hub.Text("name"),
            Zone = ReadZone(hub),
            Hours = ProfileHours.Read(hub),
            OutOfHours = hub.Object(
                "outOfHours",
                team => new OutOfHoursTeam(team.Text("name"), team.OptionalText("telephone"))
            ),
            Criteria = hub.Objects("criteria", ReadCriterion),
            LowestRatings = hub.Objects("lowestRatings", ReadRatingRule),
            SuggestedRatings = hub.Has("suggestedRatings")
                ? hub.Objects("suggestedRatings", ReadRatingRule)
                : HubDefaults.SuggestedRatings,
            Returns = hub.Object("returns", at => ReadLimits(at, HubDefaults.Returns)) ?? HubDefaults.Returns,
            Decision = hub.Object("decision", ReadDecision) ?? HubDefaults.Decision,
            PreWarningPercents = hub.Has("preWarningPercents")
                ? hub.Numbers("preWarningPercents", 1, 99)
                : HubDefaults.PreWarningPercents,
            Agencies = hub.Objects("agencies", ReadAgency),
            Purpose = hub.Has("purpose") ? hub.Code("purpose") : HubDefaults.Purpose,
            LegalBases = hub.Has("legalBases") ? hub.Objects("legalBases", ReadLegalBasis) : HubDefaults.LegalBases,
            Retention = hub.Has("retention") ? hub.Objects("retention", ReadRetention) : HubDefaults.Retention,
            LookBackYears = hub.OptionalNumber("lookBackYears", 1, 100),
        };

        ProfileCheck.Run(hub, profile);
        return profile;
    }

    private static string ReadZone(ProfileObject hub)
    {
        var zone = hub.OptionalText("zone") ?? HubDefaults.Zone;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            hub.Fault("zone", "is not a time zone.", "Write its name in the IANA database, e.g. Europe/London.");
        }

        return zone;
    }

    private static RetentionRule ReadRetention(ProfileObject rule) =>
        new(rule.Code("outcome"), rule.Number("months", 1, RetentionRule.MostMonths));

    private static Criterion? ReadCriterion(ProfileObject criterion)
    {
        var code = criterion.Code("code");
        var name = criterion.Text("name");
        return criterion.Text("holdsWhen") switch
        {
            "concern-is-one-of" => new ConcernNamed(code, name, ReadConcernKinds(criterion)),
            "significant-harm" => new SignificantHarmStated(code, name),
            "referred-again" => new ReferredAgain(code, name, criterion.Number("withinMonths", 1, 240)),
            "missing-longer-than" => new MissingLongerThan(code, name, criterion.Number("hours", 1, MostHours)),
            "missing-repeatedly" => new MissingRepeatedly(
                code,
                name,
                criterion.Number("episodes", 2, 50),
                criterion.Number("withinMonths", 1, 240)
            ),
            "a-person-says-so" => new APersonSaysSo(code, name, criterion.Text("question")),
            "" => null,
            _ => Unknown(criterion),
        };
    }

    private static Criterion? Unknown(ProfileObject criterion)
    {
        criterion.Fault(
            "holdsWhen",
            "is not a word known here.",
            "Write one of concern-is-one-of, significant-harm, referred-again, missing-longer-than, missing-repeatedly, a-person-says-so."
        );
        return null;
    }

    private static IReadOnlyList<string> ReadConcernKinds(ProfileObject criterion)
    {
        var kinds = criterion.Texts("concerns");
        if (kinds.Count == 0)
        {
            criterion.Fault("concerns", "names no kind of concern.", "Name at least one.");
        }

        foreach (var unknown in kinds.Except(ConcernKind.All))
        {
            criterion.Fault(
                "concerns",
                $"names '{unknown}', which no contact can state.",
                $"Use {string.Join(", ", ConcernKind.All)}."
            );
        }

        return kinds;
    }

    private static RatingRule ReadRatingRule(ProfileObject rule) =>
        new(
            rule.RequiredWord<Rating>("rating"),
            rule.Object("when", ReadCircumstances) ?? new Circumstances(),
            rule.Text("reason")
        );

    private static Circumstances ReadCircumstances(ProfileObject when) =>
        new()
        {
            ImmediateRisk = when.Flag("immediateRisk"),
            SignificantHarm = when.Flag("significantHarm"),
            StillMissing = when.Flag("stillMissing"),
            LevelOfNeedAtLeast = when.OptionalNumber("levelOfNeedAtLeast", 1, 4),
            AnyCriterionOf = when.Texts("anyCriterionOf"),
        };

    private static DecisionClock ReadDecision(ProfileObject decision) =>
        new(decision.Word("startsAt", HubDefaults.Decision.Starts), ReadLimits(decision, HubDefaults.Decision.Limits));

    private static RatingLimits ReadLimits(ProfileObject limits, RatingLimits defaults)
    {
        var read = new RatingLimits(
            Red: limits.Object("red", ReadLimit) ?? defaults.Red,
            Amber: limits.Object("amber", ReadLimit) ?? defaults.Amber,
            Green: limits.Object("green", ReadLimit) ?? defaults.Green
        );

        if (read.Red.Runs != ClockRuns.Elapsed)
        {
            limits.Fault("red.runs", "stops a Red at the end of the day.", "Leave it out: a Red runs on.");
        }

        return read;
    }

    private static TimeLimit ReadLimit(ProfileObject limit) =>
        new(TimeSpan.FromHours(limit.Number("hours", 1, MostHours)), limit.Word("runs", ClockRuns.Elapsed));

    private static AgencyProfile ReadAgency(ProfileObject agency)
    {
        var read = new AgencyProfile
        {
            Code = agency.Code("code"),
            Name = agency.Text("name"),
            Sector = agency.Word("sector", AgencySector.NotStated),
            AskedAbout = agency.Has("askedAbout") ? agency.Words<SubjectRole>("askedAbout") : HubDefaults.AskedAbout,
            MaySee = agency.Texts("maySee"),
            MayReturn = agency.Texts("mayReturn"),
            Questions = agency.Has("questions") ? agency.Texts("questions") : HubDefaults.Questions,
            LookBackYears = agency.OptionalNumber("lookBackYears", 1, 100),
        };

        if (read.AskedAbout.Count == 0)
        {
            agency.Fault("askedAbout", "names nobody.", "Say which people it is asked about, e.g. child, parent.");
        }

        if (read.MayReturn.Count == 0)
        {
            agency.Fault(
                "mayReturn",
                "allows nothing.",
                "List the kinds of record it may return, or take the agency out."
            );
        }

        foreach (var kind in read.MayReturn.Where(kind => !kind.Contains('.', StringComparison.Ordinal)))
        {
            agency.Fault("mayReturn", $"lists '{kind}'.", "Write kinds of record as agency.kind, e.g. police.crime.");
        }

        return read;
    }

    private static LegalBasisRule ReadLegalBasis(ProfileObject basis) =>
        new(
            new LegalBasis(basis.Code("code"), basis.Text("necessity"), basis.OptionalText("name")),
            basis.Object("when", ReadCircumstances) ?? new Circumstances()
        );
}
