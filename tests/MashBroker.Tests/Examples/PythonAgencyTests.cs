using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace MashBroker.Tests.Examples;

/// <summary>The agency in Python, over RabbitMQ with its own user: what the hub gets for what it sends.</summary>
[TestFixture]
[Category("RabbitMq")]
[CancelAfter(120_000)]
public sealed class PythonAgencyTests
{
    private const string Agency = "education";

    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly TemporaryFolder _folder = new();
    private MashBus _bus = null!;
    private HubStandIn _hub = null!;
    private PythonAgency _agency = null!;
    private IConnection _administrator = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var broker = await RabbitMqForTests.SharedAsync();
        var host = await broker.CreateVirtualHostAsync();
        var keys = _folder.File(Path.GetRandomFileName());
        SamplePki.Make(keys, HubStandIn.Hub, [Agency, "police"], Clock.GetUtcNow());
        var user = await broker.CreateUserAsync(host, BrokerPermissions.ForAgency(HubStandIn.Hub, Agency));
        _agency = new PythonAgency(HubStandIn.Hub, Agency, Path.Combine(keys, Agency), user);
        _bus = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = await broker.CreateUserAsync(host, BrokerPermissions.ForHub(HubStandIn.Hub)),
                CreatesTopology = true,
                Hub = HubStandIn.Hub,
                Agencies = [Agency, "police"],
            }
        );
        await _bus.StartAsync(default);
        _hub = await HubStandIn.StartAsync(_bus, Clock, Agency, Path.Combine(keys, Party.HubName));
        await _bus.ReadyAsync(default);
        _administrator = await RabbitMqForTests.ConnectAsync(host);
        _agency.Start();
    }

    [TearDown]
    public async Task StopAsync()
    {
        TestContext.Out.WriteLine(_agency?.Said);
        _agency?.Dispose();
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
            await _bus.DisposeAsync();
            await _administrator.DisposeAsync();
        }
    }

    [OneTimeTearDown]
    public void RemoveKeys() => _folder.Dispose();

    [Test]
    public async Task It_says_what_it_holds_and_of_whom_it_knows_nothing()
    {
        var request = Ask(Child, Stranger, Nameless);

        var sent = await _hub.SendAsync(request);

        var receipt = (await _hub.ExpectAsync<Receipt>())[0];
        var answer = await _hub.ReturnToAsync(request.Head.Request!.Value);
        Assert.Multiple(() =>
        {
            Assert.That(receipt.Letter.Head.InReplyTo, Is.EqualTo(new InReplyTo(request.Head.Id, sent.Digest)));
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
            Assert.That(
                answer.Answers.Select(each => each.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.NothingKnown, AnswerKind.NeedMoreDetails })
            );
            Assert.That(
                answer.Answers[0].Records.Select(record => record.Source.RecordId),
                Is.EqualTo(new[] { "SCH-0412" }),
                "the other record is of a kind that was not asked for"
            );
        });
        await _hub.ExpectAsync<Heartbeat>();
    }

    [Test]
    public async Task It_says_that_it_could_not_look_when_its_records_are_not_there()
    {
        File.Delete(_agency.Records);
        var request = Ask(Child);

        await _hub.SendAsync(request);

        Assert.That((await _hub.ReturnToAsync(request.Head.Request!.Value)).Kind, Is.EqualTo(AnswerKind.CannotLook));
    }

    [Test]
    public async Task The_same_request_twice_is_answered_with_the_same_bytes()
    {
        var request = Ask(Child);
        var sent = await _hub.SendAsync(request);
        await _hub.ExpectAsync<Return>();

        await _hub.SendAsync(request.Head.Id, request.Head.Rating, sent.Bytes);

        var (returns, receipts) = (await _hub.ExpectAsync<Return>(2), await _hub.ExpectAsync<Receipt>(2));
        Assert.That(returns[1].Bytes.SequenceEqual(returns[0].Bytes), Is.True);
        Assert.That(receipts[1].Bytes.SequenceEqual(receipts[0].Bytes), Is.True);
    }

    [Test]
    public async Task A_return_goes_again_after_a_restart_until_the_hub_has_receipted_it()
    {
        await _hub.SendAsync(Ask(Child));
        var first = (await _hub.ExpectAsync<Return>())[0];
        _agency.Stop();
        _agency.Start();
        await _hub.ExpectAsync<Return>(2);

        await _hub.SendAsync(
            Letter(
                new ReturnReceipt { ReceivedAt = Clock.GetUtcNow(), Late = false },
                first.Letter.Head.Request!.Value,
                new InReplyTo(first.Letter.Head.Id, first.Digest)
            )
        );

        await UntilAsync("select id from outgoing where type = 'return' and done", 1);
    }

    [Test]
    public async Task A_person_added_is_looked_for_and_answered_in_the_next_part()
    {
        var request = Ask(Child);
        await _hub.SendAsync(request);
        await _hub.ExpectAsync<Return>();
        var amendment = Letter(
            new Amendment
            {
                Kind = AmendmentKind.NewFacts,
                Reason = "Somebody more lives there.",
                Subjects = [Stranger],
            },
            request.Head.Request!.Value
        );

        var sent = await _hub.SendAsync(amendment);

        // What it said first has no receipt yet, and goes again with whatever comes.
        var answer = (await _hub.ExpectAsync<Return>(3))
            .Select(came => came.Letter)
            .First(letter => letter.Head.InReplyTo!.Id == amendment.Head.Id);
        var body = (Return)answer.Body;
        Assert.Multiple(() =>
        {
            Assert.That(answer.Head.InReplyTo, Is.EqualTo(new InReplyTo(amendment.Head.Id, sent.Digest)));
            Assert.That((body.Part, body.Final), Is.EqualTo((2, true)));
            Assert.That(body.Answers.Single().Subject, Is.EqualTo("S2"));
        });
    }

    [Test]
    public async Task A_withdrawn_request_is_receipted_and_not_answered_any_more()
    {
        var request = MessageId.New();
        await _hub.SendAsync(Letter(new Withdrawal { Reason = "Another family." }, request));
        await _hub.ExpectAsync<Receipt>();

        await _hub.SendAsync(Of(Ask(Child), request));

        await _hub.ExpectAsync<Receipt>(2);
        Assert.That(_agency.Read("select id from outgoing where type = 'return'"), Is.Empty);
    }

    [Test]
    public async Task A_purge_erases_what_was_said_and_certifies_it()
    {
        var request = Ask(Child);
        await _hub.SendAsync(request);
        await _hub.ExpectAsync<Return>();
        Assert.That(_agency.Written(), Does.Contain("Quillfeather"));

        await _hub.SendAsync(
            Letter(new PurgeInstruction { Reason = "Retention has ended." }, request.Head.Request!.Value)
        );

        var certificate = (PurgeCertificate)(await _hub.ExpectAsync<PurgeCertificate>())[0].Letter.Body;
        Assert.That(certificate.LettersErased, Is.EqualTo(2), "the request and the instruction");
        Assert.That(_agency.Written(), Does.Not.Contain("Quillfeather"));
    }

    [Test]
    public async Task What_is_not_the_hubs_is_kept_and_answered_by_nobody()
    {
        var request = Ask(Child);
        var bytes = _hub.Sealer.Seal(request).Bytes;
        var flipped = bytes.ToArray();
        flipped[^200] ^= 1;
        await _hub.SendAsync(MessageId.New(), Rating.Red, flipped);
        await _hub.SendAsync(MessageId.New(), Rating.Red, [.. bytes, 0]);
        await _hub.SendAsync(MessageId.New(), Rating.Red, [1, 2, 3]);
        await WithoutUserAsync(bytes);
        await UntilAsync("select fault from refused", 4);

        // The same letter from the hub itself is taken; on another lane it is a replay.
        await _hub.SendAsync(request.Head.Id, request.Head.Rating, bytes);
        await _hub.ExpectAsync<Receipt>();
        await _hub.SendAsync(request.Head.Id, Rating.Red, bytes);
        await UntilAsync("select fault from refused where fault like 'Replayed%'", 1);

        Assert.That(_hub.Arrived.Count(one => one.Letter.Body is Receipt), Is.EqualTo(1));
    }

    [Test]
    public void It_is_short_and_uses_nothing_but_python_pika_and_openssl()
    {
        var program = Path.Combine(Repository.Root, "agency-adapters", "examples", "python", "agency.py");
        var lines = File.ReadAllLines(program);

        Assert.That(lines, Has.Length.LessThan(150));
        Assert.That(
            lines.Where(line => line.StartsWith("import", StringComparison.Ordinal)),
            Is.EqualTo(
                new[]
                {
                    "import base64, csv, datetime, hashlib, json, os, secrets, sqlite3, ssl, subprocess, sys, time, uuid",
                    "import pika",
                }
            )
        );
    }

    private static Subject Child { get; } = Person("S1", "Ruby", "Kinsella", new DateOnly(2016, 5, 25));

    private static Subject Stranger { get; } = Person("S2", "Ottoline", "Quillfeather", new DateOnly(2014, 1, 2));

    private static Subject Nameless { get; } = Person("S3", "Ruby", "Kinsella", null);

    private static Subject Person(string code, string given, string family, DateOnly? born) =>
        new()
        {
            Code = code,
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = given, Family = family }],
            DateOfBirth = born,
        };

    private Letter Ask(params Subject[] subjects) =>
        Letter(
            new Request
            {
                RaisedBy = new RaisedBy("Sam Okafor", "Social worker", "Sample Hub", null),
                ClockStartedAt = Clock.GetUtcNow(),
                ReturnDueAt = Clock.GetUtcNow().AddHours(6),
                Criteria = ["physical-harm"],
                LegalBasis = new LegalBasis("children-act-1989-s47", "The hub must decide today."),
                Subjects = subjects,
                ConcernSummary = "Something was seen at the Quillfeather home.",
                DoNotInformFamily = false,
                Questions = [],
                MayReturn = [RecordKind.EducationAttendance],
            },
            MessageId.New()
        );

    private static Letter Of(Letter letter, MessageId request) =>
        letter with
        {
            Head = letter.Head with { Request = request },
        };

    private Letter Letter(LetterBody body, MessageId request, InReplyTo? answers = null) =>
        _hub.Letter(body, request, Rating.Amber, inReplyTo: answers);

    private async Task WithoutUserAsync(byte[] bytes)
    {
        await using var channel = await _administrator.CreateChannelAsync(new CreateChannelOptions(true, true));
        var properties = new BasicProperties { ContentType = "application/pkcs7-mime" };
        await channel.BasicPublishAsync("mash.sefton.requests", $"{Agency}.red", true, properties, bytes);
    }

    private Task UntilAsync(string sql, int rows) =>
        Eventually.HoldsAsync(() => Task.FromResult(_agency.Read(sql).Count == rows), explain: () => _agency.Said);
}
