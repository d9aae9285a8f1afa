using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Adapters.Search;

/// <summary>Says what would tell a person from the others, in names of fields: the values of another's record stay here.</summary>
internal static class WhatIsNeeded
{
    public static string Of(Subject subject, MatchFinding finding)
    {
        var found =
            finding.Evidence.Outcome == MatchOutcome.Several
                ? $"{finding.Candidates.Count} records may be of this person."
                : "Somebody on record may be this person.";
        return $"{found} Needed to tell: {string.Join("; ", Details(subject, finding.Evidence))}.";
    }

    private static IEnumerable<string> Details(Subject subject, MatchEvidence evidence)
    {
        var said = evidence.Fields.ToDictionary(field => field.Field, field => field.Agreement, StringComparer.Ordinal);
        var schemes = said.Where(field => field.Value == "different" && IsIdentifier(field.Key))
            .Select(field => field.Key)
            .ToList();
        yield return schemes.Count > 0
            ? $"the right number ({string.Join(", ", schemes)}), which differs from the one on record"
            : "a number of the person's own (NHS number, UPN, PNC, CRN ...)";
        if (Doubtful("given-name") || Doubtful("family-name"))
        {
            yield return "the exact names, with other names used";
        }

        if (Doubtful("date-of-birth") && subject.ExpectedDelivery is null)
        {
            yield return "the exact date of birth";
        }

        if (subject.ExpectedDelivery is not null && Doubtful("expected-delivery"))
        {
            yield return "the exact date of expected delivery";
        }

        if (said.GetValueOrDefault("address") is not ("house" or "uprn"))
        {
            yield return "the address, with earlier ones";
        }

        if (Doubtful("gender"))
        {
            yield return "the gender";
        }

        bool Doubtful(string field) => said.GetValueOrDefault(field) != "exact";
    }

    private static bool IsIdentifier(string field) =>
        field
            is not (
                "given-name"
                or "family-name"
                or "date-of-birth"
                or "expected-delivery"
                or "address"
                or "gender"
                or "telephone"
            );
}
