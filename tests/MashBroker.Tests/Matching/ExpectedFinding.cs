using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using NUnit.Framework;

namespace MashBroker.Tests.Matching;

/// <summary>Looks for a person among candidates, and expects the same in whatever order they come.</summary>
internal static class ExpectedFinding
{
    public static readonly DateOnly OneDigitOff = new(2015, 3, 14);

    public static void Expect(
        Subject subject,
        IReadOnlyList<Candidate> candidates,
        MatchOutcome outcome,
        params string[] people
    ) => ExpectOn(today: null, subject, candidates, outcome, people);

    public static void ExpectOn(
        DateOnly? today,
        Subject subject,
        IReadOnlyList<Candidate> candidates,
        MatchOutcome outcome,
        params string[] people
    )
    {
        var finding = PersonMatcher.Find(subject, candidates, today);
        var backwards = PersonMatcher.Find(subject, [.. candidates.Reverse()], today);
        Assert.Multiple(() =>
        {
            Assert.That(finding.Evidence.Outcome, Is.EqualTo(outcome));
            Assert.That(finding.Candidates.Select(candidate => candidate.RecordId), Is.EquivalentTo(people));
            Assert.That(backwards.Evidence.Outcome, Is.EqualTo(outcome), "whatever the order of the candidates");
        });
    }

    public static MatchOutcome Outcome(Subject subject, Candidate candidate) =>
        PersonMatcher.Find(subject, [candidate]).Evidence.Outcome;
}
