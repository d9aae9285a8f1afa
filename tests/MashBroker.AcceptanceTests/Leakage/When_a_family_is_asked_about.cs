using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.ExceptionServices;
using System.Text;
using MashBroker.Cli.Api;
using MashBroker.Cli.Embedded;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using MashBroker.Web.Contacts;
using MashBroker.Web.Enquiries;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>
/// A family of canaries goes through a whole hub, well and with everything going wrong that can. Afterwards their names are
/// looked for in all that is left behind, ledger and inboxes included, but the agencies' own records.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class When_a_family_is_asked_about
{
    private const int Patience = 90;

    private readonly EverythingLogged _logged = new();
    private readonly ConcurrentQueue<string> _ownExceptions = new();
    private readonly StringWriter _console = new();
    private readonly List<string> _answers = [];
    private TemporaryFolder _folder = null!;
    private CanaryRecords _records = null!;
    private TextWriter _out = null!;
    private TextWriter _error = null!;
    private string? _temporary;

    private string Data => _folder.File("data");

    [SetUp]
    public void Listen()
    {
        _folder = new TemporaryFolder();
        _records = new CanaryRecords(_folder.File("samples"));
        _records.Write();
        (_out, _error) = (Console.Out, Console.Error);
        var console = TextWriter.Synchronized(_console);
        Console.SetOut(console);
        Console.SetError(console);
        _temporary = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", Directory.CreateDirectory(_folder.File("temporary")).FullName);
        AppDomain.CurrentDomain.FirstChanceException += Note;
    }

    [TearDown]
    public void StopListening()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        Environment.SetEnvironmentVariable("TMPDIR", _temporary);
        Console.SetOut(_out);
        Console.SetError(_error);
        _folder.Dispose();
    }

    [Test]
    public async Task Nothing_of_them_is_left_outside_the_records_in_memory()
    {
        await using (var hub = await StartAsync(null))
        {
            using var api = new HubClient(hub.Address);
            await AllGoesWellAsync(api);
            await EverythingFailsAsync(hub, api);
            await AskForMistakesAsync(hub);
            await ReadWhatNeedsNoPackAsync(hub);
        }

        AssertNothingIsLeft();
    }

    [Test, Category("RabbitMq")]
    public async Task Nothing_of_them_is_left_outside_the_records_or_at_the_broker()
    {
        using var broker = await RabbitMqForTests.StartOwnAsync();
        var address = await broker.CreateVirtualHostAsync();
        await using (var hub = await StartAsync(address))
        {
            using var api = new HubClient(hub.Address);
            await AllGoesWellAsync(api);
            await SendRubbishAsync(address);
            await EverythingFailsAsync(hub, api);
            await broker.StopAsync();
            var waiting = await PublishAsync(api, $"{Canary.InConcern} again, and the broker is away");
            await broker.StartAgainAsync();
            await InPackAsync(api, waiting);
            await ReadWhatNeedsNoPackAsync(hub);
            _answers.Add(await broker.ReadManagementAsync("api/definitions"));
            _answers.Add(await broker.ReadManagementAsync("api/queues"));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LeftBehind.Search(broker.Folder!, Canary.Sealed, _ => false), Is.Empty, "the broker's files");
            Assert.That(
                LeftBehind.Search(broker.Folder!, ["sealed-message", "application/pkcs7-mime"], _ => false),
                Is.Not.Empty,
                "the broker keeps its messages where we look"
            );
            AssertNothingIsLeft();
        }
    }

    private Task<EmbeddedHub> StartAsync(Uri? broker) =>
        EmbeddedHub.StartAsync(
            new EmbeddedSettings(Data, new Uri("http://127.0.0.1:0"), broker, _records.Folder),
            TimeProvider.System,
            _logged,
            CancellationToken.None
        );

    private static async Task AllGoesWellAsync(HubClient api)
    {
        var reference = await PublishAsync(api, $"{Canary.InConcern} was heard shouting at {Canary.Given}.");
        var pack = Encoding.UTF8.GetString(await InPackAsync(api, reference));
        // What is not there cannot get out: the agencies knew them and said so.
        Assert.That(
            Canary.FoundIn(pack, [Canary.Family, Canary.Given, Canary.InConcern, Canary.InRecords]).Count(),
            Is.EqualTo(4),
            "in the pack"
        );
    }

    private async Task EverythingFailsAsync(EmbeddedHub hub, HubClient api)
    {
        _records.Break(Path.Combine(Data, "records"));
        foreach (var agency in hub.Agencies.Where(agency => agency.Code is "health" or "probation"))
        {
            await agency.TakeRecordsDownAsync();
        }

        var reference = await PublishAsync(api, $"{Canary.InConcern} again, and no agency can look");
        await InPackAsync(api, reference);
        var view = await api.GetAsync<EnquiryView>($"api/enquiries/{reference}", CancellationToken.None);
        Assert.That(
            view.Board.Agencies.Select(agency => agency.Words),
            Has.All.EqualTo("Could not look"),
            "every agency's records are broken"
        );
    }

    /// <summary>Contacts that are refused: none of the answers may repeat what was in them.</summary>
    private async Task AskForMistakesAsync(EmbeddedHub hub)
    {
        using var http = new HttpClient { BaseAddress = hub.Address };
        string[] mistakes =
        [
            // A field's name is said back, its value never.
            $"{{\"people\": \"{Canary.Refused}\"",
            $"[\"{Canary.Refused}\"]",
            $"{{\"people\": \"{Canary.Refused}\", \"unknown\": \"{Canary.Refused}\"}}",
            $$"""
                {
                  "receivedAt": "{{Canary.Refused}}",
                  "referrer": { "kind": "{{Canary.Refused}}", "name": "" },
                  "concern": { "summary": "", "kinds": ["{{Canary.Refused}}"], "levelOfNeed": "{{Canary.Refused}}" },
                  "people": [
                    {
                      "role": "{{Canary.Refused}}",
                      "names": [{ "given": 7, "family": "{{Canary.Refused}}\u0007", "unknown": "{{Canary.Refused}}" }],
                      "dateOfBirth": "{{Canary.Refused}}",
                      "gender": "{{Canary.Refused}}",
                      "addresses": [{ "lines": "{{Canary.Refused}}", "postcode": "{{Canary.Refused}}" }],
                      "identifiers": [
                        { "scheme": "nhs-number", "value": "{{Canary.Refused}}" },
                        { "scheme": "{{Canary.Refused}}", "value": "{{Canary.NhsNumber}}" }
                      ]
                    }
                  ]
                }
                """,
        ];
        foreach (var mistake in mistakes)
        {
            using var content = new StringContent(mistake, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("api/contacts", UriKind.Relative), content);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            await NoteAsync(answer);
        }

        using var decision = await http.PostAsJsonAsync(
            new Uri("api/contacts/SAMPLE-C-2026-000001/rating", UriKind.Relative),
            new
            {
                rating = Canary.Refused,
                by = $"{Canary.Refused}\u0007",
                role = 7,
            }
        );
        await NoteAsync(decision);
    }

    /// <summary>At the hub and at an agency: what nobody sealed, and what an agency sealed that answers nothing.</summary>
    private async Task SendRubbishAsync(Uri broker)
    {
        await using var bus = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = broker,
                Hub = "sample",
                Agencies = ["police"],
            },
            _logged
        );
        await bus.StartAsync(CancellationToken.None);
        await bus.ReadyAsync(CancellationToken.None);
        var folder = Path.Combine(Data, "pki", "police");
        using var keys = PartyKeys.Load(folder);
        var sealer = new Sealer(keys, TrustRegister.Load(folder), TimeProvider.System);
        var toHub = Lane.Returns("sample", Rating.Red, "police");
        byte[] unsealed = Encoding.UTF8.GetBytes($"{{\"name\":\"{Canary.Unsealed}\"}}");
        byte[][] rubbish = [unsealed, [0x30, 0x80, .. unsealed], sealer.Seal(Unasked(sealer)).Bytes];
        foreach (var bytes in rubbish)
        {
            await bus.SendAsync(toHub, bytes, MessageId.New(), CancellationToken.None);
        }

        await bus.SendAsync(
            Lane.ToAgency("sample", "police", Rating.Red),
            unsealed,
            MessageId.New(),
            CancellationToken.None
        );
        await Eventually.HoldsAsync(
            () =>
                Task.FromResult(
                    _logged.Lines.Count(line => line.Contains("refused", StringComparison.OrdinalIgnoreCase)) >= 4
                ),
            Patience
        );
    }

    private static Letter Unasked(Sealer sealer)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = SomeReturn.Of(SomeReturn.CannotLook("S1", $"{Canary.Family} could not be looked for"));
        return new Letter(
            LetterHeads.New(
                body,
                sealer.Profile,
                "sample",
                "police",
                Party.HubName,
                Rating.Red,
                "safeguarding-enquiry",
                now,
                now.AddDays(60)
            ) with
            {
                Enquiry = EnquiryReference.Parse("SAMPLE-2026-000999"),
                Request = MessageId.New(),
                InReplyTo = new InReplyTo(MessageId.New(), new string('0', 64)),
            },
            body
        );
    }

    /// <summary>Everything that the hub tells of an enquiry without anybody opening it.</summary>
    private async Task ReadWhatNeedsNoPackAsync(EmbeddedHub hub)
    {
        using var http = new HttpClient { BaseAddress = hub.Address };
        string[] paths =
        [
            "",
            "?part=board",
            "api/board",
            "api/contacts",
            "api/enquiries",
            "api/refused",
            "api/figures",
            "health/ready",
            "api/contacts/SAMPLE-C-2026-000999",
            "api/enquiries/SAMPLE-2026-000999",
            "packs/SAMPLE-2026-000999",
        ];
        foreach (var path in paths)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            await NoteAsync(answer);
        }
    }

    private static async Task<EnquiryReference> PublishAsync(HubClient api, string summary)
    {
        var contact = await api.PostAsync<ContactView>("api/contacts", Contact(summary), CancellationToken.None);
        var rated = await api.PostAsync<ContactView>(
            $"api/contacts/{contact.Reference}/rating",
            new
            {
                Rating = "suggested",
                By = "A. Manager",
                Role = "manager",
                AskTwiceBecause = "It is the same family each time.",
            },
            CancellationToken.None
        );
        return rated.Enquiry!;
    }

    private static async Task<byte[]> InPackAsync(HubClient api, EnquiryReference reference)
    {
        await Eventually.HoldsAsync(
            async () =>
                (await api.GetAsync<EnquiryView>($"api/enquiries/{reference}", CancellationToken.None)).Board
                    is { AllInAt: not null, PackVersion: > 0 },
            Patience
        );
        return await api.GetBytesAsync($"packs/{reference}", CancellationToken.None);
    }

    private static object Contact(string summary) =>
        new
        {
            Referrer = new
            {
                Kind = "professional",
                Name = "Duty teacher",
                Organisation = "Sample Primary School",
            },
            Concern = new
            {
                Summary = summary,
                Kinds = new[] { "domestic-violence" },
                ImmediateRisk = true,
                SignificantHarm = true,
                LevelOfNeed = 4,
            },
            People = new object[]
            {
                new
                {
                    Role = "child",
                    Names = new[] { new { Given = Canary.Given, Canary.Family } },
                    DateOfBirth = Canary.Born,
                    Addresses = new[] { new { Lines = new[] { $"14 {Canary.Street}", "Marlsea" }, Canary.Postcode } },
                    Identifiers = new[] { new { Scheme = "nhs-number", Value = Canary.NhsNumber } },
                },
                new
                {
                    Role = "parent",
                    Names = new[] { new { Given = "Dana", Canary.Family } },
                    DateOfBirth = "1991-02-17",
                    Telephones = new[] { Canary.Telephone },
                },
                new
                {
                    Role = "parent",
                    Names = new[] { new { Given = "Craig", Canary.Family } },
                    DateOfBirth = "1988-10-09",
                },
            },
        };

    private async Task NoteAsync(HttpResponseMessage answer) =>
        _answers.Add(
            $"{answer.RequestMessage!.RequestUri} {answer.Headers} {await answer.Content.ReadAsStringAsync()}"
        );

    private void Note(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (IsOurs(thrown.Exception))
        {
            _ownExceptions.Enqueue($"{thrown.Exception.GetType()}: {thrown.Exception.Message}");
        }
    }

    private static bool IsOurs(Exception exception) =>
        exception.GetType().Namespace?.StartsWith("MashBroker.", StringComparison.Ordinal) == true;

    private void AssertNothingIsLeft()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_logged.Lines, Has.Count.GreaterThan(100), "the log is seen");
            Assert.That(With(_logged.Lines), Is.Empty, "log");
            Assert.That(With(_ownExceptions), Is.Empty, "exceptions");
            Assert.That(With(_answers), Is.Empty, "answers");
            Assert.That(With([_console.ToString()]), Is.Empty, "console");
            Assert.That(LeftBehind.Search(_folder.Root, Canary.All, MayHold), Is.Empty, "files");
        }
    }

    private static List<string> With(IEnumerable<string> texts) =>
        [.. texts.Where(text => Canary.FoundIn(text, Canary.All).Any())];

    /// <summary>The sample records, and the databases made of them.</summary>
    private static bool MayHold(string path) =>
        path.StartsWith(Path.Combine("data", "records") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || path.StartsWith("samples" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
