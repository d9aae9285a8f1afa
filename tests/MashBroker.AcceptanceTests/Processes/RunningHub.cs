using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Processes;

/// <summary>One hub of nine processes for every test here: starting it is the dearest part of each.</summary>
[SetUpFixture]
internal sealed class RunningHub
{
    private static RabbitMqForTests? _rabbit;
    private static SeparateHub? _hub;

    /// <summary>A broker that a test may kill.</summary>
    public static RabbitMqForTests Rabbit => _rabbit!;

    public static SeparateHub Hub => _hub!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _rabbit = await RabbitMqForTests.StartOwnAsync();
        _hub = await SeparateHub.StartAsync(_rabbit);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        _rabbit?.Dispose();
    }
}
