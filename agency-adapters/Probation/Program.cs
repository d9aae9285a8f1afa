using MashBroker.Adapters;
using MashBroker.Adapters.Probation;
using MashBroker.Adapters.Probation.SampleServer;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
await using var samples = await SampleCaseServer.StartIfAskedAsync(builder.Configuration);
builder.Services.AddProbationOptions().BindConfiguration(ProbationOptions.Section);
await using var adapter = builder.AddAdapter<ProbationRecords>().Build();
return await adapter.RunAsync();
