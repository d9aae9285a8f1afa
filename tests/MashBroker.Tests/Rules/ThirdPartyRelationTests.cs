using MashBroker.Contracts;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>Feedback speaks of nobody by what their case calls them to the child, whether or not a list has the word.</summary>
internal sealed class ThirdPartyRelationTests
{
    private static readonly Subject Child = Somebody("S1", SubjectRole.Child, null);

    [TestCase("bosun of the sea cadets", "The bosun of the sea cadets is known to police for theft.")]
    [TestCase("Mum's bosun", "We were told that the bosun drinks.")]
    [TestCase("bosun", "We met the bosun. The bosun is on licence.")]
    public void A_sentence_that_tells_of_them_is_found_by_the_cases_own_word(string relation, string text)
    {
        var other = Somebody("S2", SubjectRole.OtherAdult, relation);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Kinds(text, [Child, other], [Child]), Has.Member(LeakKind.ThirdParty));
            Assert.That(Kinds(text, [Child], [Child]), Is.Empty, "no list has the word");
            Assert.That(Kinds(text, [Child, other], [Child, other]), Is.Empty, "they may hear it of themselves");
        }
    }

    [TestCase("bosun", "The bosun will be invited to the next meeting.")]
    [TestCase("other", "The other school has been told; a police officer will ring.")]
    [TestCase("", "The school has been told.")]
    public void What_tells_nothing_passes(string relation, string text) =>
        Assert.That(Kinds(text, [Child, Somebody("S2", SubjectRole.OtherAdult, relation)], [Child]), Is.Empty);

    private static IEnumerable<LeakKind> Kinds(string text, Subject[] people, Subject[] concerned) =>
        ThirdPartyTelling.Seek("text", text, people, concerned).Select(finding => finding.Kind);

    private static Subject Somebody(string code, SubjectRole role, string? relation) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [],
            Relationship = relation,
        };
}
