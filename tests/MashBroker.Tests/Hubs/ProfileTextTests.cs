using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Rules;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>What the texts of a profile have to be like: the schema says to an editor what the reader enforces.</summary>
internal sealed class ProfileTextTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "ops", "hubs", "schema", "hub-profile.schema.json"))
    )!;

    private static readonly string[] Telephones =
    [
        "01632 960001",
        "+44 1632 960001",
        "(01632) 960001 ext. 12",
        "01632 960001, extension 9",
        "01632 960001x4",
        "999",
        "12",
        "0-----",
        "call us",
        "01632 960001 or 2",
        "ext 12",
        "0163 2 96000101632 96000101632 960001",
    ];

    [Test]
    public void The_schema_states_the_longest_that_the_reader_takes_of_every_text()
    {
        var texts = Texts(Schema, "").ToList();

        Assert.That(texts, Has.Count.AtLeast(60));
        foreach (var (name, schema) in texts)
        {
            var stated = schema["maxLength"]?.GetValue<int>();
            // A code, a date or hours have a pattern that is shorter.
            if (
                !schema["pattern"]!.GetValue<string>().EndsWith('$')
                || name.EndsWith("telephone", StringComparison.Ordinal)
            )
            {
                var longest = name.EndsWith("/name", StringComparison.Ordinal) ? 150 : 500;
                Assert.That(stated, Is.EqualTo(longest), name);
            }
        }
    }

    [TestCase("name", 150)]
    [TestCase("ratedBy", 500)]
    public void The_reader_takes_as_many_characters_and_no_more(string member, int longest)
    {
        foreach (var (length, taken) in new[] { (longest, true), (longest + 1, false) })
        {
            var profile = Lighthouse();
            profile[member] = string.Concat(Enumerable.Repeat("é", length));
            Assert.That(HubProfile.Read(profile.ToJsonString()).Profile is not null, Is.EqualTo(taken));
            Assert.That(SchemaCheck.Faults(profile[member], Of(member)).Count == 0, Is.EqualTo(taken));
        }
    }

    [TestCaseSource(nameof(Telephones))]
    public void Schema_and_reader_agree_on_what_is_a_telephone_number(string number)
    {
        var profile = Lighthouse();
        profile["outOfHours"] = new JsonObject { ["name"] = "Night Team", ["telephone"] = number };

        Assert.That(
            SchemaCheck.Faults(profile["outOfHours"], Of("outOfHours")).Count == 0,
            Is.EqualTo(
                HubProfile.Read(profile.ToJsonString()).Faults.All(fault => fault.Path != "outOfHours.telephone")
            )
        );
    }

    [TestCase("\\ud83d", TestName = "The_first_half_as_an_escape")]
    [TestCase("\\uDE00", TestName = "The_second_half_as_an_escape")]
    [TestCase("\\ude00\\ud83d", TestName = "Both_halves_the_wrong_way_round")]
    [TestCase("HALF", TestName = "Half_a_character_as_it_is")]
    public void Half_a_character_is_a_fault_with_its_line_beside_every_other(string half)
    {
        // An attribute cannot hold it: names of members are kept as UTF-8.
        half = half.Replace("HALF", "\ud83d", StringComparison.Ordinal);
        var json = $$"""
            {
              "name": "Night {{half}} Hub",
              "{{half}}": 1,
              "ratedBy": ""
            }
            """;

        var faults = HubProfile.Read(json).Faults;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults.Select(fault => fault.Path), Is.SupersetOf(["line 2", "line 3", "ratedBy", "code"]));
            Assert.That(
                faults.First(fault => fault.Path == "line 2").Fault,
                Is.EqualTo("holds half a character, which is no text.")
            );
        }
    }

    [TestCase("\\ud83d\\ude00")]
    [TestCase("\ud83d\ude00")]
    [TestCase("\\\\ud83d")]
    public void A_whole_character_is_none(string whole) =>
        Assert.That(
            HubProfile.Read($$"""{"name":"Night {{whole}} Hub"}""").Faults.Select(fault => fault.Path),
            Has.None.StartsWith("line")
        );

    [Test]
    public void A_criterion_that_another_rule_speaks_of_is_shown_by_its_name()
    {
        var sefton = HubProfiles.Load("sefton");
        var first = sefton.Criteria[0];
        var hub = sefton with
        {
            LowestRatings =
            [
                new RatingRule(
                    MashBroker.Contracts.Rating.Red,
                    new Circumstances { AnyCriterionOf = [first.Code] },
                    "Because."
                ),
            ],
        };

        var shown = string.Join('\n', PlainRules.Of(hub));

        Assert.That(shown, Does.Contain($"At least Red where the criterion “{first.Name}” holds"));
        Assert.That(shown, Does.Not.Contain($"the criterion {first.Code} holds"));
    }

    private static JsonObject Lighthouse() =>
        JsonNode
            .Parse(
                File.ReadAllText(SixthHubTests.File),
                documentOptions: new JsonDocumentOptions
                {
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                }
            )!
            .AsObject();

    private static JsonNode Of(string member) => Schema["properties"]![member]!;

    private static IEnumerable<(string Name, JsonObject Schema)> Texts(JsonNode? node, string path)
    {
        if (node is JsonObject one)
        {
            if (
                one["type"] is JsonValue type
                && type.GetValueKind() is JsonValueKind.String
                && (string?)type == "string"
                && one["pattern"] is not null
            )
            {
                yield return (path, one);
            }

            foreach (var (name, inner) in one)
            {
                foreach (var found in Texts(inner, $"{path}/{name}"))
                {
                    yield return found;
                }
            }
        }
    }
}
