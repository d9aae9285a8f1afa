using System.CommandLine;
using MashBroker.Cli.Commands;
using MashBroker.Messaging;
using MashBroker.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MashBroker.Cli.Hosting;

/// <summary>The hub worker or the correlation service as a process of its own, over RabbitMQ, answering its health.</summary>
internal sealed class HubProcess
{
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(2);

    private readonly Option<string> _hub = ProcessOptions.Hub();
    private readonly Option<string> _ledger = ProcessOptions.Ledger();
    private readonly Option<string> _hubKey = ProcessOptions.HubKey();
    private readonly Option<string> _keys = ProcessOptions.Keys();
    private readonly Option<Uri?> _broker = ProcessOptions.Broker();
    private readonly Option<string?> _password = ProcessOptions.BrokerPassword();
    private readonly Option<Uri> _listen;

    private HubProcess(string listen) => _listen = ProcessOptions.Listen(listen);

    /// <param name="createsTopology">True for the one part that declares exchanges and lanes.</param>
    public static Command Make(
        string name,
        string description,
        string listen,
        bool createsTopology,
        Action<IServiceCollection> add
    )
    {
        var process = new HubProcess(listen);
        var command = new Command(name, description)
        {
            process._hub,
            process._ledger,
            process._hubKey,
            process._keys,
            process._broker,
            process._password,
            process._listen,
        };
        command.SetAction((parsed, cancellation) => process.RunAsync(parsed, createsTopology, add, cancellation));
        return command;
    }

    private async Task RunAsync(
        ParseResult parsed,
        bool createsTopology,
        Action<IServiceCollection> add,
        CancellationToken cancellation
    )
    {
        var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(_hub));
        using var logging = HubLog.ToConsole();
        var bus = MashBus.RabbitMq(Broker(parsed, profile, createsTopology), logging);
        await using var seat = HubSeat.Take(profile, parsed.GetRequiredValue(_keys), bus, TimeProvider.System, logging);
        using var record = await HubRecord.OpenAsync(
            profile,
            ProcessOptions.Ledger(parsed.GetRequiredValue(_ledger), parsed.GetRequiredValue(_hubKey)),
            TimeProvider.System,
            cancellation
        );
        await using var app = HubApp.Build(
            parsed.GetRequiredValue(_listen),
            logging,
            services =>
            {
                record.AddTo(services);
                seat.AddTo(services);
                add(services);
            }
        );
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", (CancellationToken asked) => ReadyAsync(bus, asked));
        await bus.StartAsync(cancellation);
        await HubApp.StartAsync(app, parsed.GetRequiredValue(_listen), cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }

    private BrokerOptions Broker(ParseResult parsed, HubProfile profile, bool createsTopology) =>
        new()
        {
            Address =
                parsed.GetValue(_broker)
                ?? throw new CommandException(
                    ExitCode.NotAccepted,
                    "--broker: names no broker. Give amqp://user@host:5672/vhost, or try everything in one process with 'mash run'."
                ),
            PasswordFile = parsed.GetValue(_password),
            CreatesTopology = createsTopology,
            Hub = profile.Code,
            Agencies = [.. profile.Agencies.Select(agency => agency.Code)],
        };

    private static async Task<IResult> ReadyAsync(MashBus bus, CancellationToken cancellation)
    {
        try
        {
            await bus.ReadyAsync(cancellation).WaitAsync(HealthPatience, cancellation);
            return Results.Text("ready");
        }
        catch (TimeoutException)
        {
            return Results.Text("broker: not connected", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
