using System.Collections.Frozen;
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

    private static readonly DayOfWeek[] Days = Enum.GetValues<DayOfWeek>();

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
            Hours = ReadHours(hub),
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
            LookBackYears = hub.OptionalNumber("lookBackYears", 1, 100),
        };

        Check(hub, profile);
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

    private static HubHours ReadHours(ProfileObject hub)
    {
        var week = hub.Object("hours", ReadWeek) ?? HubDefaults.Week;
        if (week.Count == 0)
        {
            hub.Fault("hours", "leaves every day closed.", "Give at least one weekday its hours.");
        }

        var name = hub.OptionalText("bankHolidays") ?? HubDefaults.BankHolidays;
        var holidays = BankHolidays.Find(name);
        if (holidays is null)
        {
            hub.Fault(
                "bankHolidays",
                "names no list of bank holidays.",
                $"Write one of {string.Join(", ", BankHolidays.Names)}."
            );
        }

        return new HubHours
        {
            Week = week,
            ClosedOn = (holidays?.Dates ?? []).Concat(ReadDates(hub, "alsoClosedOn")).ToFrozenSet(),
            HolidaysKnownTo = holidays?.LastYear ?? 0,
        };
    }

    private static Dictionary<DayOfWeek, OpenHours> ReadWeek(ProfileObject week)
    {
        var open = new Dictionary<DayOfWeek, OpenHours>();
        foreach (var day in Days)
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(day.ToString());
            if (week.OptionalText(name) is not { Length: > 0 } hours)
            {
                continue;
            }

            if (ParseHours(hours) is { } parsed)
            {
                open[day] = parsed;
            }
            else
            {
                week.Fault(name, "is not opening hours.", "Write them as 09:00-17:30, the end after the start.");
            }
        }

        return open;
    }

    private static OpenHours? ParseHours(string text) =>
        text.Split('-') is [var from, var to]
        && ParseTimeOfDay(from) is { } opens
        && ParseTimeOfDay(to) is { } closes
        && opens < closes
            ? new OpenHours(opens, closes)
            : null;

    private static TimeSpan? ParseTimeOfDay(string text)
    {
        if (text == "24:00")
        {
            return TimeSpan.FromHours(24);
        }

        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : null;
    }

    private static List<DateOnly> ReadDates(ProfileObject hub, string name)
    {
        var dates = new List<DateOnly>();
        foreach (var (index, text) in hub.Texts(name).Index())
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                dates.Add(date);
            }
            else
            {
                hub.Fault($"{name}[{index}]", "is not a date.", "Write it as 2026-12-24.");
            }
        }

        return dates;
    }

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
        new(
            decision.Word("startsAt", HubDefaults.Decision.Starts),
            ReadLimits(decision, HubDefaults.Decision.Limits)
        );

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
            agency.Fault("mayReturn", "allows nothing.", "List the kinds of record it may return, or take the agency out.");
        }

        foreach (var kind in read.MayReturn.Where(kind => !kind.Contains('.', StringComparison.Ordinal)))
        {
            agency.Fault("mayReturn", $"lists '{kind}'.", "Write kinds of record as agency.kind, e.g. police.crime.");
        }

        return read;
    }

    private static LegalBasisRule ReadLegalBasis(ProfileObject basis) =>
        new(
            new LegalBasis(basis.Code("code"), basis.Text("necessity")),
            basis.Object("when", ReadCircumstances) ?? new Circumstances()
        );

    /// <summary>What can only be seen of the whole.</summary>
    private static void Check(ProfileObject hub, HubProfile profile)
    {
        if (profile.Criteria.Count == 0)
        {
            hub.Fault("criteria", "is empty: no contact could ever qualify.", "State at least one criterion.");
        }

        if (profile.Agencies.Count == 0)
        {
            hub.Fault("agencies", "is empty: nobody would be asked.", "List the agencies of this hub.");
        }

        RefuseTwice(hub, "criteria", profile.Criteria.Select(criterion => criterion.Code));
        RefuseTwice(hub, "agencies", profile.Agencies.Select(agency => agency.Code));
        RefuseUnknownCriteria(hub, "lowestRatings", profile, profile.LowestRatings.Select(rule => rule.When));
        RefuseUnknownCriteria(hub, "suggestedRatings", profile, profile.SuggestedRatings.Select(rule => rule.When));
        RefuseUnknownCriteria(hub, "legalBases", profile, profile.LegalBases.Select(rule => rule.When));

        if (!profile.SuggestedRatings.Any(rule => rule.When.HoldAlways))
        {
            hub.Fault("suggestedRatings", "leaves contacts without a suggestion.", "End with a rule that has no \"when\".");
        }

        if (!profile.LegalBases.Any(rule => rule.When.HoldAlways))
        {
            hub.Fault("legalBases", "leaves enquiries without a basis.", "End with a basis that has no \"when\".");
        }

        if (!profile.PreWarningPercents.Order().Distinct().SequenceEqual(profile.PreWarningPercents))
        {
            hub.Fault("preWarningPercents", "is not ascending.", "Write each once, the smallest first.");
        }
    }

    private static void RefuseTwice(ProfileObject hub, string name, IEnumerable<string> codes)
    {
        foreach (var twice in codes.Where(code => code.Length > 0).GroupBy(code => code).Where(same => same.Count() > 1))
        {
            hub.Fault(name, $"has the code '{twice.Key}' twice.", "Give each its own.");
        }
    }

    private static void RefuseUnknownCriteria(
        ProfileObject hub,
        string name,
        HubProfile profile,
        IEnumerable<Circumstances> rules
    )
    {
        var known = profile.Criteria.Select(criterion => criterion.Code);
        foreach (var unknown in rules.SelectMany(rule => rule.AnyCriterionOf).Except(known))
        {
            hub.Fault(name, $"depends on the criterion '{unknown}', which is not stated.", "State it, or correct its code.");
        }
    }
}
