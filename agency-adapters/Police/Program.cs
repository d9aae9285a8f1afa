using MashBroker.Adapters;
using MashBroker.Adapters.Police;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
builder.Services.AddPoliceOptions().BindConfiguration(PoliceOptions.Section);
await using var adapter = builder.AddAdapter<PoliceRecords>().Build();
return await adapter.RunAsync();
