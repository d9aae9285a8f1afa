using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>
/// Whoever mends a profile of five hundred lines is led to the very element: in every list of every profile, whatever is wrong with one
/// of its elements is told with that element's place.
/// </summary>
internal sealed partial class ListFaultTests
{
    private const string Nonsense = "zz-nobody-knows";

    // So few would mean that no list was found.
    private const int LeastLists = 25;

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void An_element_of_a_wrong_kind_is_named_with_its_place(string hub)
    {
        var lists = Lists(Profile(hub)).ToList();
        Assert.That(lists, Has.Count.AtLeast(LeastLists));
        foreach (var list in lists)
        {
            var changed = Profile(hub);
            var many = (JsonArray)Find(changed, list)!;
            many.Add(new JsonArray());
            var faults = Faults(changed);
            Assert.That(faults.Select(fault => fault.Path), Does.Contain($"{list}[{many.Count - 1}]"), list);
        }
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void An_element_said_twice_is_named_with_its_place(string hub)
    {
        foreach (var list in Lists(Profile(hub)))
        {
            var changed = Profile(hub);
            var many = (JsonArray)Find(changed, list)!;
            many.Add(many[0]!.DeepClone());
            Assert.That(
                Faults(changed).Select(fault => fault.Path),
                Is.All.StartWith($"{list}[{many.Count - 1}]"),
                list
            );
        }
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void A_word_in_a_list_that_nobody_knows_is_named_with_its_place(string hub)
    {
        var faulted = 0;
        foreach (var list in Lists(Profile(hub)))
        {
            var changed = Profile(hub);
            var many = (JsonArray)Find(changed, list)!;
            if (many[0] is not JsonValue)
            {
                continue;
            }

            many.Add(Nonsense);
            var faults = Faults(changed);
            faulted += faults.Count;
            Assert.That(faults.Select(fault => fault.Path), Is.All.EqualTo($"{list}[{many.Count - 1}]"), list);
        }

        Assert.That(faulted, Is.Positive, "no list minds its words");
    }

    private static JsonObject Profile(string hub) =>
        (JsonObject)
            JsonNode.Parse(
                File.ReadAllText(Path.Combine(Repository.Root, "ops", "hubs", $"{hub}.json")),
                documentOptions: WithComments
            )!;

    private static IReadOnlyList<FieldFault> Faults(JsonObject profile) =>
        HubProfile.Read(profile.ToJsonString()).Faults;

    /// <summary>Lists with something in them: of an empty one nothing can be said twice.</summary>
    private static IEnumerable<string> Lists(JsonNode? node, string path = "") =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                Lists(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")
            ),
            JsonArray { Count: > 0 } many => many.SelectMany((item, index) => Lists(item, $"{path}[{index}]"))
                .Append(path),
            _ => [],
        };

    private static JsonNode? Find(JsonNode root, string path)
    {
        JsonNode? found = root;
        foreach (Match step in Step().Matches(path))
        {
            found = step.Groups["index"].Success
                ? found?[int.Parse(step.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)]
                : found?[step.Value];
        }

        return found;
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|[A-Za-z0-9]+")]
    private static partial Regex Step();
}
