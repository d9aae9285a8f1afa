using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Sharing;

/// <summary>What the hub and each agency agreed, and whether it holds today. Speaks of no family.</summary>
internal static class AgreementEndpoints
{
    public static void MapAgreements(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/api/agreements",
            (HubProfile profile, TimeProvider clock) =>
                Results.Json(
                    profile.Agencies.Select(agency => AgreementView.Of(profile, agency, clock.GetUtcNow())),
                    MashJson.Options
                )
        );
        app.MapGet(
            "/api/agreements/{agency}",
            (string agency, HubProfile profile, TimeProvider clock) =>
                profile.Agencies.FirstOrDefault(each => each.Code == agency) is { } found
                    ? Results.Json(AgreementView.Of(profile, found, clock.GetUtcNow()), MashJson.Options)
                    : Faults.NotFound(
                        "agency",
                        $"Agencies of this hub: {string.Join(", ", profile.Agencies.Select(each => each.Code))}."
                    )
        );
    }
}

/// <summary>One agency's terms.</summary>
public sealed record AgreementView
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required AgreementStanding Standing { get; init; }

    public required string Words { get; init; }

    /// <summary>Absent where none was signed.</summary>
    public string? Version { get; init; }

    /// <summary>Nobody signed it: it stands in until the hub writes what was agreed.</summary>
    public bool Placeholder { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Last day; absent: until further notice.</summary>
    public DateOnly? Until { get; init; }

    public required IReadOnlyList<string> Purposes { get; init; }

    public required IReadOnlyList<SubjectRole> AskedAbout { get; init; }

    /// <summary>Numbers that it is told; others are withheld, and protected addresses unless named here.</summary>
    public required IReadOnlyList<string> MaySee { get; init; }

    /// <summary>Kinds of record that it may return; others are withheld.</summary>
    public required IReadOnlyList<string> MayReturn { get; init; }

    internal static AgreementView Of(HubProfile profile, AgencyProfile agency, DateTimeOffset now)
    {
        var standing = AgreementStandings.Of(agency.Agreement, profile.Purpose, ReturnTerms.Today(profile, now));
        return new AgreementView
        {
            Agency = agency.Code,
            Name = agency.Name,
            Standing = standing,
            Words =
                agency.Agreement?.Placeholder == true
                    ? $"{standing.InWords()} ({SharingAgreement.PlaceholderInWords})"
                    : standing.InWords(),
            Placeholder = agency.Agreement?.Placeholder == true,
            Version = agency.Agreement?.Version,
            From = agency.Agreement?.From,
            Until = agency.Agreement?.Until,
            Purposes = agency.Agreement?.Purposes ?? [],
            AskedAbout = agency.AskedAbout,
            MaySee = agency.MaySee,
            MayReturn = agency.MayReturn,
        };
    }
}
