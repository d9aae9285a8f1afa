using System.Text.Json;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Demo;

/// <summary><c>mash demo</c> as a new user runs it. Its counts follow from the sample contacts and the planned incidents.</summary>
internal sealed class DemoTests
{
    private static readonly string[] Fields =
    [
        "contacts",
        "enquiries",
        "requests",
        "returns",
        "receipts",
        "late",
        "missing",
        "packs",
        "refused",
        "seconds",
        "answers",
    ];

    /// <summary>Of everything but the time it took.</summary>
    private static readonly Dictionary<string, int> Expected = new()
    {
        // 23 sample contacts, of which five meet no criterion: 02, 12, 13, 14 and 20. Six agencies are asked each time.
        ["contacts"] = 23,
        ["enquiries"] = 18,
        ["requests"] = 108,
        // One agency was off for good, and proved nothing; the one that was off until after the deadline did so late.
        ["receipts"] = 107,
        ["late"] = 2,
        ["missing"] = 1,
        ["packs"] = 18,
        // Five agencies answer once, but for the missing one: 89. Health answers a part for each of the 60 people it was asked about. Probation looks again once its records are back: one more.
        ["returns"] = 150,
        ["refused"] = 1,
    };

    [Test]
    public async Task Ends_with_one_object_on_standard_output_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();

        var demo = await MashProcess.RunAsync(folder.Root, "demo", "--json");

        Assert.That(demo.ExitCode, Is.Zero, demo.Error);
        using var result = JsonDocument.Parse(demo.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(result), Is.EquivalentTo(Fields));
            AssertCounts(result);
            Assert.That(demo.Error, Does.Contain("moves its own clock").And.Contain("Sam Okafor, sample manager"));
            Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.Empty);
        }
    }

    [Test, Category("RabbitMq")]
    public async Task Counts_the_same_over_RabbitMQ_and_the_pack_names_the_missing_agency_first()
    {
        var broker = await RabbitMqForTests.SharedAsync();
        var address = await broker.CreateVirtualHostAsync();
        using var folder = new TemporaryFolder();
        var kept = folder.File("kept");

        var demo = await MashProcess.RunAsync(
            folder.Root,
            "demo",
            "--json",
            "--broker",
            address.ToString(),
            "--data",
            kept
        );

        Assert.That(demo.ExitCode, Is.Zero, demo.Error);
        using var result = JsonDocument.Parse(demo.Out);
        using (Assert.EnterMultipleScope())
        {
            AssertCounts(result);
            Assert.That(await KeptDemo.GapsOfLastPackAsync(kept), Does.Contain("Education").And.Contain("missing"));
        }
    }

    private static void AssertCounts(JsonDocument result)
    {
        var counts = result.RootElement;
        foreach (var (field, count) in Expected)
        {
            Assert.That(counts.GetProperty(field).GetInt32(), Is.EqualTo(count), field);
        }
    }

    private static IEnumerable<string> Names(JsonDocument result) =>
        result.RootElement.EnumerateObject().Select(property => property.Name);
}
