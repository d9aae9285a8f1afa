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
        json = HalfCharacters.TakenOut(json, faults);
        try
        {
            using var document = JsonDocument.Parse(json, AsWritten);
            profile = ProfileObject.Root(document.RootElement, faults, ReadHub);
        }
        catch (JsonException fault)
        {
            faults.AddRange(NotRead(json, fault));
        }

        return new HubProfileReading(faults.Count == 0 ? profile : null, [.. faults.Select(ProfileValues.Printable)]);
    }

    // The parser tells neither where a member is said twice nor which it is.
    private static IEnumerable<FieldFault> NotRead(string json, JsonException fault)
    {
        try
        {
            if (SaidTwice.In(json, AsWritten) is { Count: > 0 } twice)
            {
                return twice;
            }
        }
        catch (JsonException first)
        {
            fault = first;
        }

        var line = fault.LineNumber is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"line {number + 1}")
            : "(file)";
        return [new FieldFault(line, "is not JSON.", "Correct it there: a comma, a brace or a quotation mark.")];
    }

    private static HubProfile ReadHub(ProfileObject hub)
    {
        // For editors, which find the schema by it.
        _ = hub.OptionalText("$schema");
        var agreement = hub.Object("agreement", ProfileAgencies.ReadAgreement);
        var profile = new HubProfile
        {
            Code = hub.Code("code"),
            Name = hub.Text("name"),
            Zone = ReadZone(hub),
            Hours = ProfileHours.Read(hub),
            OutOfHours = hub.Object(
                "outOfHours",
                team => new OutOfHoursTeam(team.Text("name"), team.OptionalTelephone("telephone"))
            ),
            Criteria = hub.Objects("criteria", ProfileCriteria.ReadCriterion),
            LowestRatings = hub.Objects("lowestRatings", ReadRatingRule),
            SuggestedRatings = hub.Has("suggestedRatings")
                ? hub.Objects("suggestedRatings", ReadRatingRule)
                : HubDefaults.SuggestedRatings,
            Returns =
                hub.Object("returns", at => ProfileLimits.ReadLimits(at, HubDefaults.Returns)) ?? HubDefaults.Returns,
            Decision = hub.Object("decision", ProfileLimits.ReadDecision) ?? HubDefaults.Decision,
            PreWarningPercents = hub.Has("preWarningPercents")
                ? hub.Numbers("preWarningPercents", 1, 99)
                : HubDefaults.PreWarningPercents,
            Agencies = hub.Objects("agencies", agency => ProfileAgencies.ReadAgency(agency, agreement)),
            Purpose = hub.Has("purpose") ? hub.Code("purpose") : HubDefaults.Purpose,
            LegalBases = hub.Has("legalBases") ? hub.Objects("legalBases", ReadLegalBasis) : HubDefaults.LegalBases,
            Retention = hub.Has("retention") ? hub.Objects("retention", ReadRetention) : HubDefaults.Retention,
            LookBackYears = hub.OptionalNumber("lookBackYears", 1, 100),
            Reception = hub.Object("reception", ProfileTriage.ReadReception),
            Thresholds = hub.Object("thresholds", ProfileTriage.ReadThresholds),
            TriagedBy = hub.Object("triagedBy", ProfileTriage.ReadDuty) ?? HubDefaults.TriagedBy,
            RatedBy = hub.OptionalText("ratedBy") ?? HubDefaults.RatedBy,
            Routes = hub.Object("routes", ProfileTriage.ReadRoutes) ?? HubDefaults.Routes,
            NoEnquiry = hub.Object("noEnquiry", ProfileTriage.ReadNoEnquiry) ?? HubDefaults.NoEnquiry,
            Consultation = hub.Object("consultation", ProfileTriage.ReadConsultation),
            StrategyDiscussion = hub.Object("strategyDiscussion", ProfileStrategy.Read),
            DecisionMakers = hub.Object("decisionMakers", ProfileDecision.ReadMakers) ?? HubDefaults.DecisionMakers,
            Outcomes = hub.Has("outcomes")
                ? hub.Objects("outcomes", ProfileDecision.ReadOutcome)
                : HubDefaults.Outcomes,
            CaseHold = hub.Object("caseHold", ProfileDecision.ReadHold),
            Feedback = ProfileDecision.ReadFeedback(hub),
            Family = hub.Object("family", ProfileDecision.ReadFamily) ?? HubDefaults.Family,
            SummaryTo = hub.OptionalText("summaryTo") ?? HubDefaults.SummaryTo,
            Visits = hub.Object("visits", ProfileDecision.ReadVisits),
            MashHolds = hub.Texts("mashHolds"),
            ViewsSoughtFrom = hub.Texts("viewsSoughtFrom"),
            Consent = hub.Object("consent", ProfileConsent.Read) ?? HubDefaults.Consent,
            NeedToKnow = hub.Has("needToKnow")
                ? hub.Objects("needToKnow", ProfileConsent.ReadGround)
                : HubDefaults.NeedToKnow,
            AfterClosing =
                hub.Object("afterClosing", after => new AfterClosingRule(after.Text("newReferralThrough")))
                ?? HubDefaults.AfterClosing,
            Disagreement =
                ProfileDecision.ReadStages(hub, "disagreement", HubDefaults.DisagreementLimit)
                ?? HubDefaults.Disagreement,
            Complaints =
                ProfileDecision.ReadStages(hub, "complaints", HubDefaults.ComplaintLimit) ?? HubDefaults.Complaints,
            MostReferred = hub.Object(
                "mostReferred",
                most => new MostReferredRule(most.Text("name"), most.Number("families", 1, 1000))
            ),
        };

        ProfileCheck.Run(hub, profile);
        SectionCheck.Run(hub, profile);
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

    private static RatingRule ReadRatingRule(ProfileObject rule) =>
        new(
            rule.RequiredWord<Rating>("rating"),
            rule.Object("when", ProfileCriteria.ReadCircumstances) ?? new Circumstances(),
            rule.Text("reason")
        );

    private static LegalBasisRule ReadLegalBasis(ProfileObject basis) =>
        new(
            new LegalBasis(basis.Code("code"), basis.Text("necessity"), basis.OptionalText("name")),
            basis.Object("when", ProfileCriteria.ReadCircumstances) ?? new Circumstances()
        );
}
