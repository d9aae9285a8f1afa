using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static MashBroker.Tests.Contracts.LeastContact;

namespace MashBroker.Tests.Contracts;

/// <summary>Names and free text at the door: kept exactly, or refused, and never changed.</summary>
public sealed class ContactTextTests
{
    [TestCase("O'Brien")]
    [TestCase("Robert'); DROP TABLE contacts;--")]
    [TestCase("%_[x]")]
    [TestCase("Anne-Marie")]
    [TestCase("Łucja Żółć")]
    [TestCase("Gwenllïan Ŵyn")]
    [TestCase("محمد عبد الله")]
    [TestCase("می‌خواهم")]
    [TestCase("‏עדי")]
    [TestCase("李小龍")]
    [TestCase("e\u0301\u0328")]
    [TestCase("👩‍👧 Ash")]
    [TestCase(" leading and trailing ")]
    public void A_name_is_kept_exactly(string name)
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["family"] = name;
        Assert.That(Taken(form).People[0].Names[0].Family, Is.EqualTo(name));
    }

    [Test]
    public void A_name_may_have_200_characters_counted_as_people_write_them_and_no_more()
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["given"] = string.Concat(Enumerable.Repeat("😀", 200));
        Assert.That(Read(form).Faults, Is.Empty);
        form["people"]![0]!["names"]![0]!["given"] = new string('a', 201);
        Assert.That(PathsOfFaults(form), Is.EqualTo(["people[0].names[0].given"]));
    }

    [TestCase("\0", "U+0000")]
    [TestCase("\u0007", "U+0007")]
    [TestCase("\u001b", "U+001B")]
    [TestCase("\r\n", "U+000D")]
    [TestCase("\t", "U+0009")]
    [TestCase("\u0085", "U+0085")]
    [TestCase("\u202a", "U+202A")]
    [TestCase("\u202e", "U+202E")]
    [TestCase("\u2066", "U+2066")]
    [TestCase("\u2028", "U+2028")]
    public void A_control_character_in_a_name_is_refused_by_its_code_point(string character, string code)
    {
        var form = Least();
        form["people"]![0]!["names"]![0]!["given"] = $"A{character}b";
        var fault = Read(form).Faults.Single();
        Assert.That(fault.Path, Is.EqualTo("people[0].names[0].given"));
        Assert.That(fault.Fault, Does.EndWith(code));
    }

    [Test]
    public void Free_text_may_have_lines_and_may_not_hide_text()
    {
        var form = Least();
        form["concern"]!["summary"] = "One line.\r\n\tAnother.";
        Assert.That(Taken(form).Concern.Summary, Is.EqualTo("One line.\r\n\tAnother."));
        form["concern"]!["summary"] = "One\u202Eline";
        Assert.That(PathsOfFaults(form), Is.EqualTo(["concern.summary"]));
    }

    [Test]
    public void A_name_is_kept_exactly_or_refused_and_never_changed() =>
        Prop.ForAll<NonNull<string>>(name =>
            {
                var form = Least();
                form["people"]![0]!["names"]![0]!["family"] = name.Get;
                var sent = JsonNode.Parse(Bytes(form))!["people"]![0]!["names"]![0]!["family"]!.GetValue<string>();
                var reading = Read(form);
                Assert.That(reading.Contact is null, Is.EqualTo(reading.Faults.Count > 0));
                if (reading.Contact is { } contact && !string.IsNullOrWhiteSpace(sent))
                {
                    Assert.That(contact.People[0].Names[0].Family, Is.EqualTo(sent));
                }
            })
            .QuickCheckThrowOnFailure();
}
