using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Rules;

/// <summary>Where a text gives something away; the words themselves are in the text alone.</summary>
/// <param name="Start">In characters of the text at <paramref name="Path"/>.</param>
public sealed record LeakFinding(LeakKind Kind, string Path, int Start, int Length);

/// <summary>What the check found in everything that would leave together.</summary>
public sealed record LeakReport
{
    /// <summary>By path, then by place in the text.</summary>
    public required IReadOnlyList<LeakFinding> Findings { get; init; }

    /// <summary>
    /// SHA-256, as hexadecimal, of the findings and of the whole texts they are in: what an override names, so that it holds for
    /// nothing that is written afterwards. Tells of the texts to whoever can guess them; kept under the family's key.
    /// </summary>
    public required string Digest { get; init; }

    public bool Blocks => Findings.Count > 0;

    /// <summary>The report with what somebody else found in the same texts.</summary>
    /// <param name="texts">All that this report is of.</param>
    public LeakReport With(IEnumerable<LeakFinding> more, IReadOnlyList<OutgoingText> texts) =>
        Of([.. Findings, .. more], texts);

    internal static LeakReport Of(IReadOnlyList<LeakFinding> findings, IReadOnlyList<OutgoingText> texts)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var finding in findings)
        {
            Add(
                digest,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{finding.Kind} {finding.Path} {finding.Start} {finding.Length}"
                )
            );
        }

        var paths = findings.Select(finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts.Where(text => paths.Contains(text.Path)))
        {
            Add(digest, text.Path);
            Add(digest, text.Text);
        }

        return new LeakReport { Findings = findings, Digest = Convert.ToHexStringLower(digest.GetHashAndReset()) };
    }

    // Each piece with its length: no two lists of pieces run together to the same bytes.
    private static void Add(IncrementalHash digest, string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        digest.AppendData(BitConverter.GetBytes(bytes.Length));
        digest.AppendData(bytes);
    }
}
