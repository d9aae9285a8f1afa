using System.Text.Json;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The parts of a profile about what comes in, who looks at it, and where it goes without an enquiry.</summary>
internal static class ProfileTriage
{
    private static readonly RouteKind[] Kinds = [.. Enum.GetValues<RouteKind>().Where(kind => kind != RouteKind.None)];

    public static Reception ReadReception(ProfileObject reception) =>
        new(reception.Text("name"), reception.OptionalText("form"), reception.OptionalTelephone("telephone"));

    public static Thresholds ReadThresholds(ProfileObject thresholds)
    {
        var levels = thresholds.Objects(
            "levels",
            level => new LevelOfNeed(level.Number("level", 1, 4), level.Text("metBy"))
        );
        foreach (var (index, level) in levels.Index())
        {
            if (levels.Take(index).Any(earlier => earlier.Level == level.Level))
            {
                thresholds.Fault($"levels[{index}].level", "is stated a second time.", "State each level once.");
            }
        }

        return new Thresholds(thresholds.Text("guidance"), thresholds.Flag("statedByProfessionals"), levels);
    }

    public static TriageDuty ReadDuty(ProfileObject duty) => new(duty.Text("who"), duty.Text("decides"));

    /// <summary>Routes that the hub states; the default for each of the others.</summary>
    public static IReadOnlyList<RouteRule> ReadRoutes(ProfileObject routes) =>
        [
            .. Kinds.Select(kind =>
                routes.Object(NameOf(kind), route => ReadRoute(kind, route))
                ?? HubDefaults.Routes.Single(rule => rule.Kind == kind)
            ),
        ];

    public static NoEnquiryRule ReadNoEnquiry(ProfileObject rule) =>
        new()
        {
            Route = rule.Text("route"),
            Steps = rule.Objects("steps", step => new NoEnquiryStep(step.Code("code"), step.Text("name"))),
            By = rule.OptionalText("by"),
            Outcomes = rule.Texts("outcomes"),
        };

    public static ConsultationRule ReadConsultation(ProfileObject rule)
    {
        var offered = rule.Words<ReferrerKind>("offeredTo");
        if (offered.Count == 0)
        {
            rule.Fault("offeredTo", "names nobody.", "Say who may ask: professional, member-of-public, family.");
        }

        return new ConsultationRule(rule.Text("by"), offered, rule.Text("about"));
    }

    internal static string NameOf(RouteKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static RouteRule ReadRoute(RouteKind kind, ProfileObject route)
    {
        var except = ProfileCriteria.ReadWhenAny(route, "exceptWhenAny");
        var instead = route.OptionalText("instead");
        if (except.Count > 0 != instead is not null)
        {
            route.Fault(
                "instead",
                "and \"exceptWhenAny\" stand together or not at all.",
                "Say what is done instead, and when."
            );
        }

        return new RouteRule(kind, route.Text("then"), route.Flag("allocateAtOnce"))
        {
            ExceptWhenAny = except,
            Instead = instead,
        };
    }
}
