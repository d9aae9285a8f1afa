using System.Text.Json.Nodes;
using MashBroker.Contracts.Json;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Families;
using MashBroker.Web.Forms;
using NUnit.Framework;

namespace MashBroker.Tests.Forms;

/// <summary>The empty form in ops/forms is what the product writes, and asks for everything that a contact can say.</summary>
internal sealed class FormTemplateTests
{
    /// <summary>Fields of a contact that nobody is asked for, each with the reason.</summary>
    private static readonly Dictionary<string, string> NotAsked = new()
    {
        ["people[].code"] = "given out by the hub",
        ["people[].warnings[]"] = "made by the hub's door",
        ["people[].addresses[].uprn"] = "asked for the present address",
        ["referrer.address.uprn"] = "no referrer knows it",
        ["referrer.address.noFixedAddress"] = "it is asked to be kept out, not to be visited",
        ["referrer.address.protected"] = "a referrer's always is",
        ["referrer.address.from"] = "the present one is asked for",
        ["referrer.address.to"] = "the present one is asked for",
        ["concern.harmSuffered"] =
            "whether suffered or likely is asked by the hub; until it is said, the earlier deadline holds",
        ["follows"] = "stated by staff, who know the reference",
    };

    [Test]
    public void The_checked_in_form_is_what_the_product_writes()
    {
        var path = Path.Combine(Repository.Root, "ops", "forms", FormTemplate.FileName);
        var made = FormTemplate.Write();
        if (Environment.GetEnvironmentVariable("MASH_APPROVE") == "1")
        {
            File.WriteAllBytes(path, made);
        }

        Assert.That(
            File.ReadAllBytes(path),
            Is.EqualTo(made),
            "Run the tests once with MASH_APPROVE=1, open the form in Word and look at it before committing it."
        );
    }

    [Test]
    public void Every_field_of_a_contact_is_asked_for_on_the_form_or_there_is_a_reason()
    {
        var schema = JsonNode.Parse(
            File.ReadAllText(Path.Combine(ContractFiles.Folder("schemas"), "contact.schema.json"))
        )!;
        var asked = ReferralForm.ByTag.Keys.Select(Plain).ToHashSet();

        Assert.That(
            Leaves(schema, "").Except(asked).Except(NotAsked.Keys),
            Is.Empty,
            "Put a field for it on the form (ReferralForm), or say here why nobody is asked."
        );
    }

    [Test]
    public void Every_tag_is_short_enough_for_word_and_stands_once() =>
        Assert.That(
            ReferralForm.ByTag.Keys.Append("previousReferrals[]").Where(tag => tag.Length > 64),
            Is.Empty,
            "Word keeps 64 characters of a tag."
        );

    [Test]
    public void The_empty_form_says_nothing_and_everything_of_it_is_read()
    {
        var reading = new FormReader("Europe/London").Read(FormTemplate.Write(), new HashSet<string>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Unread, Is.Empty);
            Assert.That(reading.Contact!.ToJsonString(MashJson.Options), Is.EqualTo("""{"concern":{"kinds":[]}}"""));
        }
    }

    // "concern.kinds:neglect" is a code of concern.kinds[]; "addresses[0]" and "addresses[1]" are both addresses[].
    private static string Plain(string tag)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(tag, @"\[\d\]", "[]");
        return plain switch
        {
            _ when plain.StartsWith("concern.kinds:", StringComparison.Ordinal) => "concern.kinds[]",
            _ when plain.Contains("identifiers:", StringComparison.Ordinal) => "people[].identifiers[].value",
            _ when ReferralForm.ByTag[tag].Kind is FieldKind.Lines => $"{plain}[]",
            _ => plain,
        };
    }

    private static IEnumerable<string> Leaves(JsonNode schema, string path)
    {
        if (schema["properties"] is JsonObject fields)
        {
            return fields.SelectMany(field =>
                Leaves(field.Value!, path.Length == 0 ? field.Key : $"{path}.{field.Key}")
            );
        }

        return schema["items"] is { } items ? Leaves(items, $"{path}[]")
            // A number goes with its scheme: the form has one field for both.
            : path == "people[].identifiers[].scheme" ? []
            : [path];
    }
}
