using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>Sefton's rule: "always attended by Social Care, Police, Early Help (representing Education) and Health as a minimum".</summary>
internal sealed class StrategyAttendanceTests
{
    private static readonly StrategyRule Sefton = HubProfiles.Load("sefton").StrategyDiscussion!;
    private static readonly StrategyRule Hampshire = HubProfiles.Load("hampshire").StrategyDiscussion!;

    private static readonly string[] Quorum = ["social-care", "police", "early-help", "health"];

    [TestCaseSource(nameof(Quorum))]
    public void Trap_5_for_the_quorum_agencies_a_return_does_not_stand_in_for_attendance(string away)
    {
        var attendance = Of([.. Quorum.Except([away])], inWriting: [away]);

        Assert.Multiple(() =>
        {
            Assert.That(attendance.Quorate, Is.False);
            Assert.That(attendance.Missing, Is.EqualTo(new[] { away }));
            Assert.That(attendance.Agencies[away], Is.EqualTo(TookPart.Absent));
        });
    }

    [Test]
    public void For_the_others_a_return_stands_in()
    {
        var attendance = Of(Quorum, inWriting: ["probation"]);

        Assert.Multiple(() =>
        {
            Assert.That(attendance.Quorate, Is.True);
            Assert.That(attendance.Agencies["probation"], Is.EqualTo(TookPart.InWriting));
            Assert.That(attendance.Agencies["mental-health"], Is.EqualTo(TookPart.Absent));
        });
    }

    [Test]
    public void Early_Help_stands_for_Education_and_Education_does_not_stand_for_Early_Help()
    {
        var withEarlyHelp = Of(Quorum);
        var withEducation = Of([.. Quorum.Except(["early-help"]), "education"]);

        Assert.Multiple(() =>
        {
            Assert.That(withEarlyHelp.Agencies["education"], Is.EqualTo(TookPart.Represented));
            Assert.That(withEducation.Quorate, Is.False);
            Assert.That(withEducation.Missing, Is.EqualTo(new[] { "early-help" }));
            Assert.That(withEducation.Agencies["education"], Is.EqualTo(TookPart.Attended));
        });
    }

    [Test]
    public void Apologies_are_no_attendance()
    {
        var attendance = StrategyAttendance.Of(Sefton, [.. Quorum.Except(["health"])], ["health"], ["health"], []);

        Assert.Multiple(() =>
        {
            Assert.That(attendance.Quorate, Is.False);
            Assert.That(attendance.Agencies["health"], Is.EqualTo(TookPart.SentApologies));
        });
    }

    [Test]
    public void A_hub_that_asks_for_nobody_states_no_quorum()
    {
        var attendance = StrategyAttendance.Of(Hampshire, ["police"], [], ["health"], []);

        Assert.Multiple(() =>
        {
            Assert.That(attendance.Quorate, Is.Null);
            Assert.That(
                attendance.Agencies["health"],
                Is.EqualTo(Hampshire.ReturnStandsIn ? TookPart.InWriting : TookPart.Absent)
            );
        });
    }

    [Test]
    public void No_two_ways_of_taking_part_look_alike() =>
        Assert.That(Enum.GetValues<TookPart>().Select(part => part.InWords()), Is.Unique);

    private static StrategyAttendance Of(IReadOnlyCollection<string> attended, params string[] inWriting) =>
        StrategyAttendance.Of(Sefton, attended, [], inWriting, []);
}
