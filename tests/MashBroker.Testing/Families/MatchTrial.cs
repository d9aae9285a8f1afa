using System.Globalization;
using MashBroker.Adapters;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Testing.Families;

/// <summary>Asks an agency's records about everybody and compares what would be released with what is true.</summary>
public static class MatchTrial
{
    public static async Task<MatchTally> RunAsync(
        IAgencyRecords records,
        SampleFamilies families,
        string agency,
        CancellationToken cancellation = default
    )
    {
        var expected = new ExpectedMatches(families, agency);
        var (wrong, missed, held) = (new List<string>(), new List<string>(), 0);
        foreach (var person in families.Members())
        {
            var subject = person.AsSubject("S1");
            var candidates = await records.FindAsync(subject, cancellation);
            var finding = PersonMatcher.Find(subject, candidates);
            var released = finding.Evidence.Outcome == MatchOutcome.Match ? finding.Candidates : [];
            var verdict = expected.Judge(person, released.Select(candidate => candidate.RecordId));
            wrong.AddRange(verdict.Wrong.Select(record => $"{person.Id}: {record}"));
            missed.AddRange(
                verdict.Missed.Select(record =>
                    $"{person.Id}: {record} ({string.Join(' ', ErrorsOf(person, agency, record))}; "
                    + $"{(candidates.Any(c => c.RecordId == record) ? finding.Evidence.Outcome : "not among the candidates")})"
                )
            );
            held += expected.RecordsOf(person).Count;
        }

        return new MatchTally(wrong, missed, held);
    }

    /// <summary>
    /// Asks about everybody without any number, as a first contact does: whoever is on record here and is answered with
    /// "nothing known", with what their records have wrong.
    /// </summary>
    public static async Task<IReadOnlyList<string>> DeniedWithoutNumbersAsync(
        IAgencyRecords records,
        SampleFamilies families,
        string agency,
        CancellationToken cancellation = default
    )
    {
        var expected = new ExpectedMatches(families, agency);
        var denied = new List<string>();
        foreach (var person in families.Members())
        {
            var subject = person.AsSubject("S1") with { Identifiers = [] };
            var theirs = expected.RecordsOf(person).Concat(expected.DoubtfulOf(person)).Order().ToList();
            var finding = PersonMatcher.Find(subject, await records.FindAsync(subject, cancellation));
            if (theirs.Count > 0 && finding.Evidence.Outcome == MatchOutcome.None)
            {
                denied.AddRange(
                    theirs.Select(record =>
                        $"{agency} {person.Id}: {record} ({string.Join(' ', ErrorsOf(person, agency, record))})"
                    )
                );
            }
        }

        return denied;
    }

    private static IReadOnlyList<string> ErrorsOf(SamplePerson person, string agency, string record) =>
        person.KnownTo[agency].Single(known => known.Record == record).Errors;
}

/// <param name="Wrong">Person and record that is not theirs: never allowed.</param>
/// <param name="Missed">Person, record that is theirs, and why it is hard.</param>
/// <param name="Held">Records that should have been found.</param>
public sealed record MatchTally(IReadOnlyList<string> Wrong, IReadOnlyList<string> Missed, int Held)
{
    public double Found => Held == 0 ? 1 : (Held - Missed.Count) / (double)Held;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Held - Missed.Count} of {Held} records found ({Found:P1}), {Wrong.Count} wrong."
        )
        + string.Concat(Missed.Select(miss => "\n  missed " + miss))
        + string.Concat(Wrong.Select(one => "\n  WRONG " + one));
}
