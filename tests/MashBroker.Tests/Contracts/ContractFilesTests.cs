using System.Text;
using System.Text.Json.Nodes;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

public sealed class ContractFilesTests
{
    private static readonly string[] ContactExamples = ["contact.json", "contact-unborn-child.json"];

    private static IEnumerable<LetterForm> Forms => LetterTypes.All;

    private static IEnumerable<Letter> Letters => SomeLetter.OfEveryType;

    [Test]
    public void There_is_an_example_of_every_type_of_letter() =>
        Assert.That(Letters.Select(letter => letter.Head.Type), Is.EquivalentTo(Forms.Select(form => form.Type)));

    [TestCaseSource(nameof(Forms))]
    public void The_schema_of_a_letter_is_what_its_type_says(LetterForm form) =>
        ContractFiles.MustBe(
            "schemas",
            $"{form.Word}.schema.json",
            ContractSchemas.AsText(ContractSchemas.OfLetter(form))
        );

    [Test]
    public void The_schema_of_a_contact_is_what_its_type_says() =>
        ContractFiles.MustBe("schemas", "contact.schema.json", ContractSchemas.AsText(ContractSchemas.OfContact()));

    [TestCaseSource(nameof(Letters))]
    public void The_example_of_a_letter_is_written_by_the_product(Letter letter) =>
        ContractFiles.MustBe(
            "examples",
            $"{LetterTypes.Of(letter.Body).Word}.json",
            ContractSchemas.AsText(JsonNode.Parse(LetterJson.Write(letter))!)
        );

    [TestCaseSource(nameof(Forms))]
    public void The_example_of_a_letter_fits_its_schema(LetterForm form) =>
        Assert.That(SchemaCheck.Faults(Example($"{form.Word}.json"), SchemaOf(form.Word)), Is.Empty);

    [TestCaseSource(nameof(Forms))]
    public void The_example_of_a_letter_is_read_and_written_again_the_same(LetterForm form)
    {
        var example = Example($"{form.Word}.json");
        var reading = LetterJson.Read(Encoding.UTF8.GetBytes(example.ToJsonString()));
        Assert.That(reading.Fault, Is.EqualTo(LetterFault.None), reading.Detail);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(LetterJson.Write(reading.Letter!)), example));
    }

    [TestCaseSource(nameof(ContactExamples))]
    public void The_example_of_a_contact_fits_its_schema(string name) =>
        Assert.That(SchemaCheck.Faults(Example(name), SchemaOf("contact")), Is.Empty);

    [TestCaseSource(nameof(ContactExamples))]
    public void The_example_of_a_contact_is_read_and_all_of_it_written_again(string name)
    {
        var example = Example(name);
        var contact = Read(example);
        var written = JsonNode.Parse(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(contact, MashJson.Options))!;
        AssertHolds(written, example, "");
        Assert.That(SchemaCheck.Faults(written, SchemaOf("contact")), Is.Empty);
        var again = System.Text.Json.JsonSerializer.SerializeToNode(Read(written), MashJson.Options);
        Assert.That(JsonNode.DeepEquals(again, written), "What the product writes its door reads as the same.");
    }

    // Agencies check against the schema, the hub against the reader: what the first refuses the second must not take.
    [TestCaseSource(nameof(Forms))]
    public void The_reader_refuses_what_the_schema_refuses(LetterForm form)
    {
        var schema = SchemaOf(form.Word);
        var refused = 0;
        foreach (var (path, spoilt) in Spoiling.Of(Example($"{form.Word}.json")))
        {
            if (SchemaCheck.Faults(spoilt, schema).Count > 0)
            {
                refused++;
                var reading = LetterJson.Read(Encoding.UTF8.GetBytes(spoilt.ToJsonString()));
                Assert.That(reading.Fault, Is.Not.EqualTo(LetterFault.None), $"The schema refuses {path}.");
                Assert.That(reading.Letter, Is.Null);
            }
        }

        Assert.That(refused, Is.GreaterThan(50));
    }

    [TestCaseSource(nameof(ContactExamples))]
    public void The_door_refuses_what_the_schema_refuses_save_null_for_an_empty_field(string name)
    {
        var schema = SchemaOf("contact");
        var refused = 0;
        foreach (
            var (path, spoilt) in Spoiling
                .Of(Example(name))
                .Where(one => !one.Path.EndsWith("null", StringComparison.Ordinal))
        )
        {
            if (SchemaCheck.Faults(spoilt, schema).Count > 0)
            {
                refused++;
                var reading = ContactDoor.Read(Encoding.UTF8.GetBytes(spoilt.ToJsonString()), SomeLetter.Noon);
                Assert.That(reading.Faults, Is.Not.Empty, $"The schema refuses {path}.");
                Assert.That(reading.Contact, Is.Null);
            }
        }

        Assert.That(refused, Is.GreaterThan(20));
    }

    private static Contact Read(JsonNode json)
    {
        var reading = ContactDoor.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), SomeLetter.Noon);
        Assert.That(reading.Faults, Is.Empty);
        return reading.Contact!;
    }

    private static JsonNode Example(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(ContractFiles.Folder("examples"), name)))!;

    private static JsonNode SchemaOf(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(ContractFiles.Folder("schemas"), $"{name}.schema.json")))!;

    private static void AssertHolds(JsonNode? written, JsonNode? given, string path)
    {
        switch (given)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    AssertHolds(written![name], value, $"{path}.{name}");
                }

                break;
            case JsonArray entries:
                Assert.That(written!.AsArray(), Has.Count.EqualTo(entries.Count), path);
                for (var i = 0; i < entries.Count; i++)
                {
                    AssertHolds(written[i], entries[i], $"{path}[{i}]");
                }

                break;
            default:
                Assert.That(Plain(written), Is.EqualTo(Plain(given)), path);
                break;
        }
    }

    // The same instant may be written with another offset.
    private static object? Plain(JsonNode? value)
    {
        var text = value?.ToJsonString();
        return
            text?.Contains('T', StringComparison.Ordinal) == true && value!.AsValue().TryGetValue(out DateTimeOffset at)
            ? at.UtcDateTime
            : text;
    }
}
