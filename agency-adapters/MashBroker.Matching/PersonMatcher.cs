using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Matching;

/// <summary>Decides which candidate, if any, is the person asked about. Pure; the wrong person's records must never leave.</summary>
public static class PersonMatcher
{
    public static MatchFinding Find(Subject subject, IReadOnlyList<Candidate> candidates) =>
        throw new NotImplementedException();
}

/// <summary>
/// Invariant: one person on Match (who may own several records of the system, e.g. duplicates joined by an identifier),
/// nobody on None; the doubtful ones on Possible and Several.
/// </summary>
public sealed record MatchFinding(MatchEvidence Evidence, IReadOnlyList<Candidate> Candidates);
