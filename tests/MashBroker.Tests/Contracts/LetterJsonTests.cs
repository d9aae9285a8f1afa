using System.Text;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Contracts;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LetterText;

namespace MashBroker.Tests.Contracts;

/// <summary>Letters arrive as they were written: every size, script, instant and unknown field.</summary>
public sealed class LetterJsonTests
{
    private static IEnumerable<TestCaseData> Letters =>
        SomeLetter.OfEveryType.Select(letter =>
            new TestCaseData(letter).SetArgDisplayNames(LetterTypes.Of(letter.Body).Word)
        );

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
