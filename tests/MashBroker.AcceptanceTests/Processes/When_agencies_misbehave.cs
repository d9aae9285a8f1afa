using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Packs;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using MashBroker.Web.Board;
using NUnit.Framework;
using RabbitMQ.Client;
using Standing = MashBroker.Web.Board.Standing;

namespace MashBroker.AcceptanceTests.Processes;

[Category("RabbitMq")]
[Order(2)]
internal sealed class When_agencies_misbehave
{
    private const string Sample = "03-physical-harm";
    private const string Dead = "education";
    private const string Slow = "probation";
    private const string Rubbish = "adult-services";
    private static readonly string[] Ill = [Dead, Slow, Rubbish];

    private static SeparateHub Hub => RunningHub.Hub;

    [SetUp]
    public Task SetUp() => Hub.AtRestAsync();

    [Test]
    public async Task A_return_delivered_a_hundred_times_more_has_one_effect()
    {
        const int Times = 100;
        await using var administrator = await RabbitMqForTests.ConnectAsync(Hub.Broker);
        await using var channel = await administrator.CreateChannelAsync();
        var copies = await channel.QueueDeclareAsync();
        var returns = BrokerPermissions.ForAgency(Hub.Profile.Code, "police").TopicExchange;
        await channel.QueueBindAsync(copies.QueueName, returns, "police.*");
        var enquiry = await Hub.Caller.EnquireAsync(Sample);
        await Hub.Caller.PackedAsync([enquiry]);
        await Hub.AtRestAsync();
        var (id, bytes) = await ReturnAmongAsync(channel, copies.QueueName, enquiry);
        var before = await FiguresAsync();

        await using (var police = await Postman.OfAsync(Hub, "police"))
        {
            for (var time = 0; time < Times; time++)
            {
                await police.SendAsync(bytes, id);
            }
        }

        const string Received = "select times_received from inbox where letter_id = @id";
        await Eventually.HoldsAsync(async () =>
            await Hub.Record.CountAsync(Received, new { id = id.ToString() }) == Times + 1
        );
        await Hub.AtRestAsync();
        Assert.That(await FiguresAsync(), Is.EqualTo(before));
        await Reckoning.HoldsAsync(Hub, [enquiry]);
    }

    [Test]
    public async Task One_dead_one_slow_and_one_sending_rubbish_touch_nobody_else_and_the_board_says_which_is_which()
    {
        // Takes every connection and never answers.
        using var records = new TcpListener(IPAddress.Loopback, 0);
        records.Start();
        await Task.WhenAll(Ill.Select(agency => Hub[agency].KillAsync()));
        // An adapter reports when it starts; here it does so too rarely to count as reporting later on.
        await Hub["police"].KillAsync();
        await Hub["police"].StartAsync();
        await Hub.Record.SetHeardAtAsync(Dead, TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await Hub[Slow]
            .StartAsync(
                settings: new Dictionary<string, string>
                {
                    ["Probation__Samples"] = "false",
                    ["Probation__BaseAddress"] = $"http://{records.LocalEndpoint}/",
                    ["Probation__AccessToken"] = "invented",
                    ["Probation__RequestTimeoutSeconds"] = "600",
                    ["Adapter__SearchTimeoutSeconds"] = "3600",
                }
            );
        await using (var rubbish = await Postman.OfAsync(Hub, Rubbish))
        {
            await rubbish.SendAsync(RandomNumberGenerator.GetBytes(3000), MessageId.New());
        }

        var enquiry = await Hub.Caller.EnquireAsync(Sample);
        await Eventually.HoldsAsync(async () =>
            (await RequestsAsync(enquiry)).All(request =>
                request.Agency switch
                {
                    Dead or Rubbish => request.SentAt is not null,
                    Slow => request.ReceiptedAt is not null,
                    _ => request.AnsweredAt is not null,
                }
            )
        );
        await Eventually.HoldsAsync(async () =>
            (await BoardAsync()).Agencies.Single(agency => agency.Agency == "police").Health is Health.Reporting
        );
        var board = await BoardAsync();
        var standing = board.Enquiries.Single(each => each.Reference == enquiry).Agencies;
        var due = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await Hub.Record.MoveDeadlinesAsync(enquiry, due, due.AddHours(1));
        var pack = await PackAsync(enquiry);

        Assert.Multiple(() =>
        {
            Assert.That(
                board.Agencies.ToDictionary(agency => agency.Agency, agency => agency.Health),
                Contains
                    .Item(KeyValuePair.Create(Dead, Health.NotReporting))
                    .And.Contains(KeyValuePair.Create(Rubbish, Health.SendingRubbish))
                    .And.Contains(KeyValuePair.Create("police", Health.Reporting))
            );
            Assert.That(
                standing.Where(agency => Ill.Contains(agency.Agency)).ToDictionary(a => a.Agency, a => a.Standing),
                Is.EquivalentTo(
                    new Dictionary<string, Standing>
                    {
                        [Dead] = Standing.Sent,
                        [Slow] = Standing.Received,
                        [Rubbish] = Standing.Sent,
                    }
                )
            );
            Assert.That(
                pack.Gaps.Where(gap => gap.Kind is GapKind.Late).Select(gap => gap.Agency),
                Is.EquivalentTo(Ill)
            );
            Assert.That(
                pack.Agencies.Where(agency => agency.Returns.Count > 0).Select(agency => agency.Agency),
                Is.EquivalentTo(Hub.Profile.Agencies.Select(agency => agency.Code).Except(Ill))
            );
        });

        await Hub[Slow].KillAsync();
        await Task.WhenAll(Ill.Select(agency => Hub[agency].StartAsync()));
        await Hub.Caller.PackedAsync([enquiry]);
        await Hub.AtRestAsync();
        await Reckoning.HoldsAsync(Hub, [enquiry]);
    }

    private static Task<BoardView> BoardAsync() => Hub.Caller.GetAsync<BoardView>("api/board");

    private static async Task<Pack> PackAsync(EnquiryReference enquiry)
    {
        PackRow? pack = null;
        await Eventually.HoldsAsync(async () =>
            (pack = await Hub.Record.ReadAsync(view => PackStore.FindAsync(view, enquiry))) is not null
        );
        return JsonSerializer.Deserialize<Pack>(pack!.Json, MashJson.Options)!;
    }

    private static async Task<(MessageId Id, byte[] Bytes)> ReturnAmongAsync(
        IChannel channel,
        string queue,
        EnquiryReference enquiry
    )
    {
        const string IsReturn = "select count(*) from returns where letter_id = @id and enquiry_reference = @of";
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            var values = new { id = message.BasicProperties.MessageId, of = enquiry.ToString() };
            if (MessageId.TryParse(values.id, out var id) && await Hub.Record.CountAsync(IsReturn, values) == 1)
            {
                return (id, message.Body.ToArray());
            }
        }

        throw new InvalidOperationException("No return of the enquiry passed the lane.");
    }

    private static Task<LedgerFigures> FiguresAsync() => Hub.Caller.GetAsync<LedgerFigures>("api/figures");

    private static Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference enquiry) =>
        Hub.Record.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));
}
