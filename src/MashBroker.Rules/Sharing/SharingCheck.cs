using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Holds a statement on sharing against the hub's own agencies and codes. Every fault at once.</summary>
public static class SharingCheck
{
    public static IReadOnlyList<FieldFault> Faults(HubProfile profile, CaseStatement statement) =>
        statement switch
        {
            SharingDecision decision => [.. OfDecision(profile, decision)],
            LawfulBasis basis => [.. OfBasis(profile, basis)],
            _ => [],
        };

    // A decision not to share that names an agency by a wrong code would stop nobody.
    private static IEnumerable<FieldFault> OfDecision(HubProfile profile, SharingDecision decision)
    {
        var agencies = profile.Agencies.Select(agency => agency.Code).ToArray();
        for (var i = 0; i < decision.With.Count; i++)
        {
            if (!agencies.Contains(decision.With[i]))
            {
                yield return new FieldFault(
                    $"with[{i}]",
                    "is no agency of this hub",
                    $"Give one of {string.Join(", ", agencies)}, or leave with out for all"
                );
            }
        }

        if (decision.Purpose is { } purpose && purpose != profile.Purpose)
        {
            yield return new FieldFault(
                "purpose",
                "is not what this hub asks for",
                $"Give {profile.Purpose}, or leave it out"
            );
        }

        if (decision.NeedToKnow is { } ground && profile.NeedToKnow.All(each => each.Code != ground))
        {
            yield return Unknown("needToKnow", profile.NeedToKnow.Select(each => each.Code));
        }
    }

    private static IEnumerable<FieldFault> OfBasis(HubProfile profile, LawfulBasis basis)
    {
        var powers = SharingCodes
            .Powers.Select(each => each.Code)
            .Union(profile.LegalBases.Select(rule => rule.Basis.Code));
        return new[]
        {
            Wrong("power", basis.Power, powers),
            Wrong("basis", basis.Basis, SharingCodes.Bases.Select(each => each.Code)),
            Wrong("condition", basis.Condition, SharingCodes.Conditions.Select(each => each.Code)),
            Wrong("withoutConsent", basis.WithoutConsent, SharingCodes.WithoutConsent.Select(each => each.Code)),
            Wrong("offenceData", basis.OffenceData, SharingCodes.OffenceData.Select(each => each.Code)),
            basis is { Condition: not null, WithoutConsent: null }
                ? new FieldFault(
                    "withoutConsent",
                    "is missing, and the condition asks why it is done without consent",
                    $"Give {PlainWords.Or([.. SharingCodes.WithoutConsent.Select(each => each.Code)])}: {string.Join("; ", SharingCodes.WithoutConsent.Select(each => each.Name))}"
                )
                : null,
        }.OfType<FieldFault>();
    }

    private static FieldFault? Wrong(string field, string? code, IEnumerable<string> known) =>
        code is null || known.Contains(code) ? null
        : code.Contains("consent", StringComparison.OrdinalIgnoreCase)
            ? new FieldFault(
                field,
                "is consent, which is never the basis",
                $"Record it as a consent entry; here give one of {string.Join(", ", known)}"
            )
        : Unknown(field, known);

    private static FieldFault Unknown(string field, IEnumerable<string> known) =>
        new(field, "is not a known code", $"Give one of {string.Join(", ", known)}");
}
