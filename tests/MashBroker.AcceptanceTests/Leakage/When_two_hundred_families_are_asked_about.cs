using System.Globalization;
using MashBroker.Cli.Api;
using MashBroker.Cli.Embedded;
using MashBroker.Ledger.Figures;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using MashBroker.Web.Contacts;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>
/// Two hundred enquiries with names that occur nowhere else. Every file that the run leaves is searched for them, while it
/// runs and after it ended: ledger, keys, inboxes, their write-ahead logs, log, temporary files, the broker's disk. Only the
/// agencies' own records may hold them.
/// </summary>
[NonParallelizable]
internal sealed class When_two_hundred_families_are_asked_about
{
    private const int Families = 200;
    private const int AtOnce = 8;
    private const int Patience = 120;

    private readonly EverythingLogged _logged = new();
    private TemporaryFolder _folder = null!;
    private CanaryRecords _records = null!;
    private string? _temporary;

    [SetUp]
    public void Listen()
    {
        _folder = new TemporaryFolder();
        _records = new CanaryRecords(_folder.File("samples"));
        _records.Write();
        _temporary = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", Directory.CreateDirectory(_folder.File("temporary")).FullName);
    }

    [TearDown]
    public void StopListening()
    {
        Environment.SetEnvironmentVariable("TMPDIR", _temporary);
        _folder.Dispose();
    }

    [Test]
    public async Task No_file_that_is_left_names_any_of_them()
    {
        await RunAsync(null, AssertNothingIsLeft);
        AssertNothingIsLeft();
    }

    [Test, Category("RabbitMq")]
    public async Task No_file_that_is_left_names_any_of_them_nor_does_the_brokers_disk()
    {
        using var broker = await RabbitMqForTests.StartOwnAsync();
        var address = await broker.CreateVirtualHostAsync();
        await RunAsync(address, AssertNothing);
        AssertNothing();

        void AssertNothing()
        {
            AssertNothingIsLeft();
            Assert.That(LeftBehind.Search(broker.Folder!, Canary.All, _ => false), Is.Empty, "the broker's files");
        }
    }

    private async Task RunAsync(Uri? broker, Action assertMeanwhile)
    {
        await using var hub = await EmbeddedHub.StartAsync(
            new EmbeddedSettings(_folder.File("data"), new Uri("http://127.0.0.1:0"), broker, _records.Folder),
            TimeProvider.System,
            _logged,
            CancellationToken.None
        );
        using var api = new HubClient(hub.Address);
        await Parallel.ForAsync(
            0,
            Families,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await EnquireAsync(api, number)
        );
        await Eventually.HoldsAsync(
            async () => await FiguresAsync(api) is { Packs: Families } figures && figures.Returns >= 6 * Families,
            Patience
        );
        Assert.That((await FiguresAsync(api)).Held, Is.GreaterThan(Families / 10), "what is not there cannot get out");
        assertMeanwhile();
    }

    private static Task<LedgerFigures> FiguresAsync(HubClient api) =>
        api.GetAsync<LedgerFigures>("api/figures", CancellationToken.None);

    private static async Task EnquireAsync(HubClient api, int number)
    {
        var contact = await api.PostAsync<ContactView>("api/contacts", Contact(number), CancellationToken.None);
        await api.PostAsync<ContactView>(
            $"api/contacts/{contact.Reference}/rating",
            new
            {
                Rating = "suggested",
                By = "A. Manager",
                Role = "manager",
                AskTwiceBecause = "One family stands for several.",
                Reason = $"{Canary.Family}: {Canary.InConcern}",
            },
            CancellationToken.None
        );
    }

    // Every tenth is the family that all agencies know; the others share parts of their names.
    private static object Contact(int number)
    {
        var known = number % 10 == 0;
        var apart = known ? "" : string.Create(CultureInfo.InvariantCulture, $"-{(char)('A' + (number % 26))}{number}");
        return new
        {
            Referrer = new
            {
                Kind = "member-of-public",
                Name = $"{Canary.Given} {Canary.Family}",
                Canary.Telephone,
            },
            Concern = new
            {
                Summary = $"{Canary.InConcern} number {number} was heard shouting at {Canary.Given}.",
                Kinds = new[] { "domestic-violence" },
                LevelOfNeed = 4,
            },
            People = new object[]
            {
                new
                {
                    Role = "child",
                    Names = new[] { new { Given = Canary.Given, Family = Canary.Family + apart } },
                    DateOfBirth = Canary.Born,
                    Addresses = new[] { new { Lines = new[] { $"14 {Canary.Street}", "Marlsea" }, Canary.Postcode } },
                    Identifiers = known ? new[] { new { Scheme = "nhs-number", Value = Canary.NhsNumber } } : [],
                },
                new
                {
                    Role = "parent",
                    Names = new[] { new { Given = "Dana", Family = Canary.Family + apart } },
                    DateOfBirth = "1991-02-17",
                    Telephones = new[] { Canary.Telephone },
                },
            },
        };
    }

    private void AssertNothingIsLeft()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_logged.Lines, Has.Count.GreaterThan(Families), "the log is seen");
            Assert.That(Canary.FoundIn(string.Join('\n', _logged.Lines), Canary.All), Is.Empty, "log");
            Assert.That(LeftBehind.Search(_folder.Root, Canary.All, MayHold), Is.Empty, "files");
            Assert.That(
                Directory.GetFiles(_folder.File("data"), "*.db", SearchOption.AllDirectories),
                Has.Length.GreaterThan(13)
            );
        }
    }

    private static bool MayHold(string path) =>
        path.StartsWith(Path.Combine("data", "records") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || path.StartsWith("samples" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
