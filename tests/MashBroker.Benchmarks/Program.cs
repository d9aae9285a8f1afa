using System.Text.Json;
using MashBroker.Benchmarks;
using MashBroker.Contracts.Json;
using MashBroker.Testing.Messaging;

// One JSON object on standard output; what is under way goes to standard error. The README says what each figure means.
var arguments = Arguments.Read(args);
using var ownBroker = arguments.StartsBroker ? await RabbitMqForTests.StartOwnAsync() : null;
var broker = ownBroker?.Address ?? arguments.Broker;
var figures = new Dictionary<string, object> { ["machine"] = Machine.Describe() };
foreach (var (name, measure) in Measurements())
{
    if (arguments.Only is null || arguments.Only == name)
    {
        await Console.Error.WriteLineAsync($"{name} ...");
        figures[name] = await measure();
    }
}

Console.WriteLine(
    JsonSerializer.Serialize(figures, new JsonSerializerOptions(MashJson.Options) { WriteIndented = true })
);

IEnumerable<(string Name, Func<Task<object>> Measure)> Measurements()
{
    yield return ("sealing", () => Task.FromResult<object>(SealingFigures.Measure()));
    if (arguments.Only == "mutation")
    {
        yield return ("mutation", () => Task.FromResult<object>(MutationFigures.Measure(arguments.Mutations)));
    }

    if (arguments.Only == "clocks")
    {
        yield return ("clocks", () => Task.FromResult<object>(ClockTrialFigures.Measure(arguments.ClockEnquiries)));
    }

    if (arguments.Only == "leaks")
    {
        yield return ("leaks", () => Task.FromResult<object>(LeakFigures.Measure()));
    }

    yield return ("clock", () => Task.FromResult<object>(ClockFigures.Measure()));
    if (arguments.Only == "reports")
    {
        yield return ("reports", async () => await ReportFigures.MeasureAsync());
    }

    yield return ("audit", async () => await AuditFigures.MeasureAsync());
    yield return ("start", async () => await StartFigures.MeasureAsync());
    yield return ("atRest", async () => await AtRestFigures.MeasureAsync(null, arguments.Enquiries));
    yield return ("underLoad", async () => await LoadFigures.MeasureAsync(null, arguments.LoadedEnquiries));
    if (broker is not null)
    {
        yield return ("atRestOverRabbitMq", async () => await AtRestFigures.MeasureAsync(broker, arguments.Enquiries));
        yield return (
            "underLoadOverRabbitMq",
            async () => await LoadFigures.MeasureAsync(broker, arguments.LoadedEnquiries)
        );
    }
}
