using MashBroker.Adapters;
using MashBroker.Adapters.Health;
using MashBroker.Adapters.Health.SampleServer;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
await using var samples = await SampleFhirServer.StartIfAskedAsync(builder.Configuration);
builder.Services.AddHealthOptions().BindConfiguration(HealthOptions.Section);
await using var adapter = builder.AddAdapter<HealthRecords>().Build();
return await adapter.RunAsync();
