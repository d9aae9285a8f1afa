using System.Collections;
using System.Reflection;
using MashBroker.Rules;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>
/// Change any one rule of any profile, and at least one worked case goes red: numbers by one, words to another, texts by a letter, items
/// and members taken out. A change that makes the same rules as before (a rule that is also the default, left out) is none; one that the
/// reader refuses is seen by everybody.
/// </summary>
internal sealed class RuleChangeTests
{
    // So few would mean that the profile was not walked.
    private const int LeastChanges = 100;

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void A_change_of_any_rule_turns_a_case_red(string hub)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ops", "hubs", $"{hub}.json"));
        var unchanged = Written(HubProfile.Read(text).Required());
        var cases = WorkedCases.Of(hub).Cases.Where(worked => worked.Expected.Count > 0).ToList();
        var noticedBy = new Dictionary<string, List<WorkedCase>>();
        var (red, refused, none) = (0, 0, 0);
        var unnoticed = new List<string>();
        foreach (var change in RuleChanges.Of(text))
        {
            if (HubProfile.Read(change.Json).Profile is not { } changed)
            {
                refused++;
                continue;
            }

            var first = noticedBy.TryGetValue(change.Section, out var known) ? known : noticedBy[change.Section] = [];
            if (
                first
                    .AsEnumerable()
                    .Reverse()
                    .Concat(cases.Except(first))
                    .FirstOrDefault(worked => IsRed(changed, worked)) is
                { } noticed
            )
            {
                first.Remove(noticed);
                first.Add(noticed);
                red++;
            }
            else if (change.What != RuleChange.Swap && Written(changed) == unchanged)
            {
                none++;
            }
            else
            {
                unnoticed.Add($"{change.Path} {change.What}");
            }
        }

        TestContext.Out.WriteLine(
            $"{hub}: {red} changes turned a case red, {refused} were refused, {none} changed no rule."
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join("\n", unnoticed), Is.Empty);
            Assert.That(red, Is.AtLeast(LeastChanges));
        }
    }

    [Test]
    public void A_change_that_no_case_is_about_is_found()
    {
        // Without this the test above could be green because nothing is ever unnoticed.
        var sefton = HubProfiles.Load("sefton");
        var silent = WorkedCases.Of("sefton").Cases.Single(worked => worked.Expected.ContainsKey("families listed"));
        Assert.That(IsRed(sefton with { RatedBy = "Nobody" }, silent), Is.False);
        Assert.That(IsRed(sefton with { MostReferred = new MostReferredRule("Some", 1) }, silent), Is.True);
    }

    private static bool IsRed(HubProfile hub, WorkedCase worked)
    {
        var world = new CaseWorld(hub, worked);
        return worked.Expected.Any(cell => CaseAnswers.Answer(world, cell.Key) != cell.Value);
    }

    /// <summary>Every value of the rules as text, by which two profiles are compared: lists of records have no equality of their own.</summary>
    private static string Written(object? value) =>
        value switch
        {
            null => "-",
            string or DateOnly or TimeSpan or Enum => value.ToString()!,
            IEnumerable items =>
                $"[{string.Join(",", items.Cast<object>().Select(Written).Order(StringComparer.Ordinal))}]",
            _ when value.GetType().IsPrimitive => value.ToString()!,
            _ =>
                $"{value.GetType().Name}{{{string.Join(";", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}={Written(property.GetValue(value))}"))}}}",
        };
}
