namespace MashBroker.Testing.Families;

/// <summary>Who is whom in one agency's records, by the list they were written from.</summary>
public sealed class ExpectedMatches(SampleFamilies families, string agency)
{
    /// <summary>Records that are this person's and must be found; empty means that the agency knows nothing.</summary>
    public IReadOnlySet<string> RecordsOf(SamplePerson person) =>
        person.HeldBy(agency).Where(held => !held.Doubtful).Select(held => held.RecordId).ToHashSet();

    /// <summary>Records that may be this person's, and that nobody can tell apart: nothing of them may be released.</summary>
    public IReadOnlySet<string> DoubtfulOf(SamplePerson person) =>
        person.HeldBy(agency).Where(held => held.Doubtful).Select(held => held.RecordId).ToHashSet();

    /// <summary>Every record the agency's sample store holds.</summary>
    public IReadOnlyList<HeldPerson> AllRecords() =>
        families.Everybody().SelectMany(person => person.HeldBy(agency)).ToList();

    /// <summary>Compares what was released for one person with what is theirs.</summary>
    public MatchVerdict Judge(SamplePerson person, IEnumerable<string> released)
    {
        var theirs = RecordsOf(person);
        var given = released.ToHashSet();
        return new MatchVerdict(given.Except(theirs).ToList(), theirs.Except(given).ToList());
    }
}

/// <param name="Wrong">Released and not theirs, or doubtful: never allowed.</param>
/// <param name="Missed">Theirs and not released: counted, and kept above a floor.</param>
public sealed record MatchVerdict(IReadOnlyList<string> Wrong, IReadOnlyList<string> Missed);
