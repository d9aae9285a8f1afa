using System.Text;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Contracts;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LetterText;

namespace MashBroker.Tests.Contracts;

/// <summary>What is no letter is refused, all of it at once and without a value; nor is it written.</summary>
public sealed class RefusedLetterTests
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
    public void Bytes_changed_at_random_are_refused_or_read_and_never_thrown_at()
    {
        var random = new Random(20_260_302);
        var whole = LetterJson.Write(SomeLetter.Return);
        for (var i = 0; i < 5_000; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var reading = LetterJson.Read(changed);
            Assert.That(reading.Letter is null, Is.EqualTo(reading.Fault != LetterFault.None));
            Assert.That(reading.Letter is null || LetterJson.Write(reading.Letter).Length > 0);
        }
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

    private static TestCaseData Named(string json, string name) => new TestCaseData(json).SetArgDisplayNames(name);

    private static string Deep(int depth) => new string('[', depth) + new string(']', depth);

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
}
