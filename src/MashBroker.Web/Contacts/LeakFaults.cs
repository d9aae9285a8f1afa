using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Rules;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Contacts;

/// <summary>How the API says what the leak check found: field, kind and place in the text, never the words.</summary>
public static class LeakFaults
{
    private const string Remedy =
        "To let exactly these texts pass: POST /api/contacts/{reference}/leak-override with digest, by, role and reason, then send it again.";

    private const string OnRecordRemedy =
        "It stands on record and is not written anew: override with a reason ('mash contact override-leak', with the digest of this answer), or decide anew in its place";

    /// <param name="onRecord">Fields that whoever acts did not send, for they stand on record already.</param>
    public static IReadOnlyList<FieldFault> Of(LeakReport report, IReadOnlySet<string>? onRecord = null) =>
        [
            .. report.Findings.Select(finding => new FieldFault(
                finding.Path,
                $"{finding.Kind.InWords()} (characters {finding.Start + 1} to {finding.Start + finding.Length})",
                onRecord?.Contains(finding.Path) == true ? OnRecordRemedy : finding.Kind.Remedy()
            )),
        ];

    /// <summary>Nothing was written: for these faults, and for what the leak check found besides.</summary>
    internal static IResult Answer(int status, string title, IReadOnlyList<FieldFault> faults, LeakReport? leaks) =>
        leaks is null
            ? Faults.Answer(status, title, faults)
            : Results.Json(
                new LeakAnswer(title, [.. faults, .. Of(leaks)], leaks.Digest, Remedy),
                MashJson.Options,
                "application/problem+json",
                status
            );

    /// <summary>Nothing was written; the digest is what an override names.</summary>
    internal static IResult Answer(LeakReport report, IReadOnlySet<string>? onRecord = null) =>
        Results.Json(
            new LeakAnswer(
                "The leak check stopped this. Nothing was written.",
                Of(report, onRecord),
                report.Digest,
                Remedy
            ),
            MashJson.Options,
            "application/problem+json",
            StatusCodes.Status409Conflict
        );
}

/// <summary>As <see cref="Faults"/>, with what an override has to name.</summary>
public sealed record LeakAnswer(string Title, IReadOnlyList<FieldFault> All, string Digest, string Remedy);

/// <summary>What the leak check says of a contact as it would be published now.</summary>
/// <param name="BlockedAt">Since when it is held back; absent where it was not published yet or nothing holds it.</param>
/// <param name="Digest">What an override names; absent without findings.</param>
public sealed record LeakView(
    string Reference,
    IReadOnlyList<LeakFinding> Findings,
    IReadOnlyList<FieldFault> InWords,
    DateTimeOffset? BlockedAt = null,
    string? Digest = null
)
{
    internal static LeakView Of(string reference, DateTimeOffset? blockedAt, LeakReport? report) =>
        new(
            reference,
            report?.Findings ?? [],
            report is null ? [] : LeakFaults.Of(report),
            blockedAt,
            report is { Blocks: true } ? report.Digest : null
        );
}
