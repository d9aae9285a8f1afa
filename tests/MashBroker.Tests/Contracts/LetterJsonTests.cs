using System.Text;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

public sealed class LetterJsonTests
{
    private const string Lone = """{"head":{"type":"heartbeat"},"body":{"adapterVersion":"\ud800"}}""";
    private const string LoneName = """{"head":{"type":"heartbeat"},"body":{"\ud800":1}}""";

    private static IEnumerable<TestCaseData> NotJson =>
        [
            Named("", "nothing"),
            Named(" ", "a space"),
            Named("\0", "NUL"),
            Named("{", "a brace"),
            Named("\uFEFF" + Valid(), "a byte order mark"),
            Named(Valid() + "// later", "a comment"),
            Named("/* first */" + Valid(), "a comment first"),
            Named(Valid() + "{}", "two letters"),
            Named(Valid().Replace("\"openRequests\":1", "\"openRequests\":NaN"), "NaN"),
            Named(Valid().Replace("\"openRequests\":1", "\"openRequests\":Infinity"), "Infinity"),
            Named(Valid().Replace("\"openRequests\":1", "\"openRequests\":1,"), "a trailing comma"),
            Named(Valid().Replace("\"openRequests\":1", "\"openRequests\":1,\"openRequests\":2"), "a field twice"),
            Named(
                Valid().Replace("\"openRequests\":1", "\"openRequests\":1,\"open\\u0052equests\":2"),
                "twice, escaped"
            ),
            Named(Valid().Replace("\"openRequests\":1", "\"openRequests\":1,\"x\":{\"y\":1,\"y\":1}"), "unknown twice"),
            Named(Valid().Replace("{\"head\"", "{\"head\":{},\"head\""), "two heads"),
            Named(new string('[', 10_000), "open brackets 10,000 deep"),
            Named(new string('[', 10_000) + new string(']', 10_000), "brackets 10,000 deep"),
            Named(
                Valid().Replace("\"openRequests\":1", "\"openRequests\":1,\"x\":" + Deep(10_000)),
                "unknown field, deep"
            ),
            Named(Lone, "half a surrogate pair"),
            Named(LoneName, "half a surrogate pair in a name"),
        ];

    private static IEnumerable<Letter> Letters => SomeLetter.OfEveryType;

    [TestCaseSource(nameof(NotJson))]
    public void What_is_not_strict_JSON_is_refused_as_such(string json)
    {
        var reading = LetterJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.NotJson));
        Assert.That(reading.Letter, Is.Null);
        Assert.That(reading.Detail, Is.Not.Empty);
    }

    [Test]
    public void Invalid_UTF_8_is_refused_wherever_it_stands()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid().Replace("0.1.0", "0.1.?"));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xC0;
        Assert.That(LetterJson.Read(bytes).Fault, Is.EqualTo(LetterFault.NotJson));
    }

    [Test]
    public void Every_beginning_of_a_letter_is_refused_without_an_exception()
    {
        var whole = LetterJson.Write(SomeLetter.Return);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.That(LetterJson.Read(whole.AsSpan(0, length)).Fault, Is.EqualTo(LetterFault.NotJson));
        }
    }

    [Test]
    public void A_letter_of_the_greatest_size_is_read_and_one_byte_more_is_not()
    {
        var valid = Encoding.UTF8.GetBytes(Valid());
        var full = new byte[LetterJson.SizeLimit];
        full.AsSpan().Fill((byte)' ');
        valid.CopyTo(full, 0);
        Assert.That(LetterJson.Read(full).Fault, Is.EqualTo(LetterFault.None));
        Assert.That(LetterJson.Read([.. full, (byte)' ']).Fault, Is.EqualTo(LetterFault.TooLarge));
    }

    [Test]
    public void A_letter_too_large_to_be_read_is_not_written()
    {
        var letter = SomeLetter.Withdrawal with
        {
            Body = new Withdrawal { Reason = new string('x', LetterJson.SizeLimit) },
        };
        Assert.That(() => LetterJson.Write(letter), Throws.ArgumentException);
    }

    [TestCaseSource(nameof(Letters))]
    public void A_letter_is_read_as_it_was_written(Letter letter)
    {
        var written = LetterJson.Write(letter);
        var reading = LetterJson.Read(written);
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.None), reading.Detail);
        Assert.That(LetterJson.Write(reading.Letter!), Is.EqualTo(written));
        Assert.That(reading.Letter!.Body, Is.TypeOf(letter.Body.GetType()));
        Assert.That(reading.Letter.Head, Is.EqualTo(letter.Head));
    }

    [TestCaseSource(nameof(Letters))]
    public void Unknown_fields_are_kept_wherever_they_stand(Letter letter)
    {
        var json = JsonNode.Parse(LetterJson.Write(letter))!;
        AddUnknown(json);
        var reading = LetterJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.None), reading.Detail);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(LetterJson.Write(reading.Letter!)), json));
    }

    [TestCase("2")]
    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("2147483647")]
    public void An_unknown_version_is_refused_with_the_version_that_is_known(string version)
    {
        var reading = Read(Valid().Replace("\"version\":1", $"\"version\":{version}"));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.UnknownVersion));
        Assert.That(reading.Detail, Does.Contain("head.version").And.Contain("version 1 of heartbeat"));
    }

    [TestCase("1e400")]
    [TestCase("99999999999999999999")]
    [TestCase("1.5")]
    [TestCase("\"1\"")]
    [TestCase("null")]
    public void A_version_that_is_no_whole_number_does_not_fit(string version)
    {
        var reading = Read(Valid().Replace("\"version\":1", $"\"version\":{version}"));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));
        Assert.That(reading.Detail, Does.Contain("head.version"));
    }

    [TestCase("heartbeet")]
    [TestCase("Heartbeat")]
    [TestCase("none")]
    [TestCase("8")]
    public void An_unknown_type_is_refused_without_repeating_it(string type)
    {
        var reading = Read(Valid().Replace("\"type\":\"heartbeat\"", $"\"type\":\"{type}\""));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.UnknownType));
        Assert.That(reading.Detail, Does.Contain("head.type").And.Contain("purge-certificate"));
        Assert.That(reading.Detail, Does.Not.Contain($" {type}."));
    }

    [TestCase("[]")]
    [TestCase("1")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{\"head\":null,\"body\":{}}")]
    [TestCase("{\"head\":{},\"body\":{}}")]
    [TestCase("{\"head\":{\"type\":null},\"body\":{}}")]
    public void What_is_no_letter_at_all_does_not_fit(string json) =>
        Assert.That(Read(json).Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));

    [Test]
    public void All_faults_of_shape_are_named_at_once_and_no_value_is()
    {
        var json = Encoding
            .UTF8.GetString(LetterJson.Write(SomeLetter.Return))
            .Replace("\"rating\":\"amber\"", "\"rating\":\"CANARY\"")
            .Replace("\"final\":true", "\"final\":\"CANARY\"")
            .Replace("\"on\":\"2025-12-24\"", "\"on\":\"CANARY\"")
            .Replace("\"score\":0.97", "\"score\":\"CANARY\"")
            .Replace("[\"not-to-family\"]", "[null]")
            .Replace("\"adapterVersion\":\"0.1.0\"", "\"other\":\"CANARY\"");
        var reading = Read(json);
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));
        Assert.That(reading.Detail, Does.Contain("head.rating:"));
        Assert.That(reading.Detail, Does.Contain("body.final:"));
        Assert.That(reading.Detail, Does.Contain("body.answers[0].records[0].on:"));
        Assert.That(reading.Detail, Does.Contain("body.answers[0].match.score:"));
        Assert.That(reading.Detail, Does.Contain("body.restrictions[0]:"));
        Assert.That(reading.Detail, Does.Contain("body.adapterVersion: is missing"));
        Assert.That(reading.Detail, Does.Not.Contain("CANARY"));
    }

    [Test]
    public void All_broken_rules_are_named_at_once()
    {
        var json = Encoding
            .UTF8.GetString(LetterJson.Write(SomeLetter.Return))
            .Replace("\"hub\":\"sample\"", "\"hub\":\"../sample\"")
            .Replace("\"salt\":\"4f1c09d2a7b35e6688c1f0d9e2a47b53\"", "\"salt\":\"short\"")
            .Replace("\"part\":1", "\"part\":0")
            .Replace("\"kind\":\"held\"", "\"kind\":\"nothing-known\"")
            .Replace("\"subject\":\"S2\"", "\"subject\":\"S1\"")
            .Replace("\"score\":0.5", "\"score\":1e400");
        var reading = Read(json);
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));
        foreach (
            var path in (string[])
                [
                    "head.hub:",
                    "head.salt:",
                    "body.part:",
                    "body.kind:",
                    "body.answers[0].records:",
                    "body.answers[0].match.outcome:",
                    "body.answers[1].subject:",
                    "body.answers[1].match.score:",
                ]
        )
        {
            Assert.That(reading.Detail, Does.Contain(path));
        }
    }

    [Test]
    public void A_letter_that_is_wrong_everywhere_gets_a_bounded_answer()
    {
        var json = Encoding
            .UTF8.GetString(LetterJson.Write(SomeLetter.Return))
            .Replace("[\"not-to-family\"]", "[" + string.Join(",", Enumerable.Repeat("0", 100_000)) + "]");
        var reading = Read(json);
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));
        Assert.That(reading.Detail, Has.Length.LessThan(20_000).And.EndsWith("There may be more."));
    }

    [Test]
    public void An_instant_is_written_in_UTC_with_milliseconds_and_read_with_any_offset()
    {
        var body = new ReturnReceipt
        {
            ReceivedAt = new DateTimeOffset(2026, 7, 1, 13, 5, 0, TimeSpan.FromHours(1)).AddTicks(1_239_999),
            Late = true,
        };
        var json = Encoding.UTF8.GetString(LetterJson.Write(SomeLetter.ReturnReceipt with { Body = body }));
        Assert.That(json, Does.Contain("\"receivedAt\":\"2026-07-01T12:05:00.123Z\""));
        var reading = Read(json.Replace("2026-07-01T12:05:00.123Z", "2026-07-01T13:05:00+01:00"));
        Assert.That(
            ((ReturnReceipt)reading.Letter!.Body).ReceivedAt,
            Is.EqualTo(new DateTimeOffset(2026, 7, 1, 12, 5, 0, TimeSpan.Zero))
        );
    }

    [TestCase("2026-07-01T13:05:00")]
    [TestCase("2026-07-01")]
    [TestCase("2026-02-29T13:05:00Z")]
    [TestCase("2026-07-01 13:05:00Z")]
    [TestCase("2026-07-01T24:00:01Z")]
    [TestCase("2026-07-01T13:05:00+15:00")]
    [TestCase(" 2026-07-01T13:05:00Z")]
    public void An_instant_that_can_be_read_in_two_ways_or_in_none_is_refused(string instant)
    {
        var json = Encoding
            .UTF8.GetString(LetterJson.Write(SomeLetter.Receipt))
            .Replace("2026-03-02T12:00:03.000Z", instant);
        var reading = Read(json);
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.DoesNotFitSchema));
        Assert.That(reading.Detail, Does.Contain("body.receivedAt"));
    }

    [Test]
    public void Names_in_any_script_arrive_exactly()
    {
        string[] names = ["O'Brien-Łaski", "Gwenllïan Siân", "محمد", "Nguyễn", "e\u0301", "李小龍", "👩‍👧", "‏עדי"];
        var request = (Request)SomeLetter.Request.Body;
        var letter = SomeLetter.Request with
        {
            Body = request with
            {
                Subjects =
                [
                    SomeLetter.Child with
                    {
                        Names = [.. names.Select(name => new PersonName { Given = name, Family = name })],
                    },
                ],
            },
        };
        var read = (Request)LetterJson.Read(LetterJson.Write(letter)).Letter!.Body;
        Assert.That(read.Subjects[0].Names.Select(name => name.Family), Is.EqualTo(names));
    }

    [TestCase(AnswerKind.Refused)]
    [TestCase(AnswerKind.CannotLook)]
    [TestCase(AnswerKind.NeedMoreDetails)]
    public void An_answer_that_needs_a_reason_is_not_written_without_one(AnswerKind kind)
    {
        var letter = Answering(kind, reason: " ");
        Assert.That(
            () => LetterJson.Write(letter),
            Throws.ArgumentException.With.Message.Contains("body.answers[0].reason")
        );
        Assert.That(() => LetterJson.Write(Answering(kind, reason: "because")), Throws.Nothing);
    }

    [Test]
    public void Nothing_known_is_not_written_by_who_searched_nowhere()
    {
        var letter = Answering(AnswerKind.NothingKnown, reason: null);
        var body = (Return)letter.Body with { SystemsSearched = [] };
        Assert.That(
            () => LetterJson.Write(letter with { Body = body }),
            Throws.ArgumentException.With.Message.Contains("body.systemsSearched")
        );
        Assert.That(() => LetterJson.Write(letter), Throws.Nothing);
    }

    [Test]
    public void A_new_head_has_its_own_id_and_salt()
    {
        var body = new Chaser { Number = 1, MinutesLeft = 5 };
        var heads = Enumerable
            .Range(0, 50)
            .Select(_ =>
                LetterHeads.New(
                    body,
                    "mash-p256-1",
                    "sample",
                    "hub",
                    "police",
                    Rating.Green,
                    "operations",
                    SomeLetter.Noon,
                    SomeLetter.Noon.AddDays(1)
                )
            )
            .ToList();
        Assert.That(heads.Select(head => head.Id), Is.Unique);
        Assert.That(heads.Select(head => head.Salt), Is.Unique);
        Assert.That(heads[0].Type, Is.EqualTo(LetterType.Chaser));
        Assert.That(Convert.FromHexString(heads[0].Salt), Has.Length.EqualTo(16));
    }

    [Test]
    public void What_a_letter_holds_is_not_printed_with_it()
    {
        var printed = $"{SomeLetter.Request} {SomeLetter.Request.Body} {SomeLetter.Child} {SomeLetter.Child.Names[0]}";
        Assert.That(printed, Is.EqualTo("Letter Request Subject PersonName"));
    }

    private static TestCaseData Named(string json, string name) => new TestCaseData(json).SetArgDisplayNames(name);

    private static string Deep(int depth) => new string('[', depth) + new string(']', depth);

    private static string Valid() => Encoding.UTF8.GetString(LetterJson.Write(SomeLetter.Heartbeat));

    private static LetterReading Read(string json) => LetterJson.Read(Encoding.UTF8.GetBytes(json));

    private static Letter Answering(AnswerKind kind, string? reason)
    {
        var body = (Return)SomeLetter.Return.Body;
        var answer = new Answer
        {
            Subject = "S1",
            Kind = kind,
            Reason = reason,
            Match = new MatchEvidence { Outcome = MatchOutcome.None },
        };
        return SomeLetter.Return with { Body = body with { Kind = kind, Answers = [answer] } };
    }

    private static void AddUnknown(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (_, value) in fields.ToList())
                {
                    AddUnknown(value);
                }

                fields["laterField"] = JsonNode.Parse("""{"n":1.50,"l":[null,"x"]}""");
                break;
            case JsonArray entries:
                foreach (var entry in entries)
                {
                    AddUnknown(entry);
                }

                break;
        }
    }
}
