using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Matching;

/// <summary>
/// Decides which candidate, if any, is the person asked about. Pure; the wrong person's records must never leave, so every doubt
/// ends in Possible or Several. How two descriptions compare is <c>Comparison</c>; here stands what follows from several of them.
/// </summary>
public static class PersonMatcher
{
    /// <param name="today">Tells an adult by the date of birth where the hub does not say what part the person has.</param>
    public static MatchFinding Find(Subject subject, IReadOnlyList<Candidate> candidates, DateOnly? today = null)
    {
        var asked = Description.Of(subject, today);
        var found = candidates
            .DistinctBy(candidate => candidate.RecordId, StringComparer.Ordinal)
            .Select(candidate => new Found(candidate, Description.Of(candidate), asked))
            .OrderByDescending(one => one.Comparison.Grade)
            .ThenByDescending(one => one.Comparison.Score)
            .ThenBy(one => one.Candidate.RecordId, StringComparer.Ordinal)
            .ToList();
        Join(found, asked.IsChild);

        var (outcome, people) = Decide(found);
        return new MatchFinding(Evidence(subject, outcome, people), [.. people.Select(one => one.Candidate)]);
    }

    private static (MatchOutcome, IReadOnlyList<Found>) Decide(List<Found> found)
    {
        var matches = found.Where(one => one.Grade >= Grade.MatchByName).ToList();
        if (matches.Count == 0)
        {
            var possible = found.Where(one => one.Grade == Grade.Possible).ToList();
            return possible.Select(one => one.Person).Distinct().Count() switch
            {
                0 => (MatchOutcome.None, []),
                1 => (MatchOutcome.Possible, possible),
                _ => (MatchOutcome.Several, possible),
            };
        }

        // A number or a home of the subject's own decides between people who share name and date of birth.
        var own = matches.Where(one => one.Grade >= Grade.MatchByHome).ToList();
        var chosen = own.Count > 0 ? own : matches;
        var person = chosen[0].Person;
        var records = found.Where(one => one.Person == person && !one.Comparison.IdentifierConflicts).ToList();
        var rivals = found
            .Where(one =>
                one.Person != person && one.Comparison is { IdentifierAgrees: true, Grade: >= Grade.Possible }
            )
            .Concat(chosen.Where(one => one.Person != person))
            .Concat(found.Where(one => one.Person == person && one.Comparison.IdentifierConflicts))
            .Distinct()
            .ToList();
        return rivals.Count == 0 && AreConsistent(records)
            ? (MatchOutcome.Match, records)
            : (MatchOutcome.Several, [.. records, .. rivals]);
    }

    // Records joined one by one may still contradict each other at the ends of the chain.
    private static bool AreConsistent(List<Found> records) =>
        !records
            .SelectMany(
                (one, at) => records.Skip(at + 1).Select(other => new Comparison(one.Description, other.Description))
            )
            .Any(comparison => comparison.IdentifierConflicts);

    /// <summary>Gives the records of one person one number: joined by an identifier, or by name, date of birth and home.</summary>
    private static void Join(List<Found> found, bool children)
    {
        for (var i = 0; i < found.Count; i++)
        {
            found[i].Person = i;
        }

        for (var i = 0; i < found.Count; i++)
        {
            for (var j = i + 1; j < found.Count; j++)
            {
                if (AreOne(found[i], found[j], children))
                {
                    var (from, to) = (found[j].Person, found[i].Person);
                    found.FindAll(one => one.Person == from).ForEach(one => one.Person = to);
                }
            }
        }
    }

    private static bool AreOne(Found a, Found b, bool children)
    {
        var grade = new Comparison(a.Description with { IsChild = children }, b.Description).Grade;
        if (a.Description.IsNotYetNamed && b.Description.IsNotYetNamed && grade < Grade.MatchByIdentifier)
        {
            return false;
        }

        // Two records that each are the subject's beyond name and birthday need less to be each other's.
        var bothTheSubject = a.Grade >= Grade.MatchByHome && b.Grade >= Grade.MatchByHome;
        return grade >= (bothTheSubject ? Grade.MatchByName : Grade.MatchByHome);
    }

    private static MatchEvidence Evidence(Subject subject, MatchOutcome outcome, IReadOnlyList<Found> people) =>
        new()
        {
            Outcome = outcome,
            Score = people.Count == 0 ? 0 : people.Max(one => one.Comparison.Score),
            Fields = people.Count == 0 ? [] : people[0].Comparison.Fields,
            SearchKeys = [.. SearchKeys(subject)],
        };

    private static IEnumerable<string> SearchKeys(Subject subject)
    {
        var birth = subject.DateOfBirth is not null ? "name+date-of-birth" : "name";
        return subject
            .Identifiers.Select(identifier => identifier.Scheme)
            .Distinct(StringComparer.Ordinal)
            .Append(
                subject is { DateOfBirth: null, ExpectedDelivery: not null } ? "family-name+expected-delivery" : birth
            )
            .Concat(subject.Addresses.Any(address => !address.NoFixedAddress) ? ["address"] : []);
    }

    private sealed class Found(Candidate candidate, Description description, Description asked)
    {
        public Candidate Candidate { get; } = candidate;

        public Description Description { get; } = description;

        public Comparison Comparison { get; } = new(asked, description);

        public Grade Grade => Comparison.Grade;

        public int Person { get; set; }
    }
}

/// <summary>
/// Invariant: one person on Match (who may own several records of the system, e.g. duplicates joined by an identifier),
/// nobody on None; the doubtful ones on Possible and Several.
/// </summary>
public sealed record MatchFinding(MatchEvidence Evidence, IReadOnlyList<Candidate> Candidates);
