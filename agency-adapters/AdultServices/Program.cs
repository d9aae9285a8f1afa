using MashBroker.Adapters;
using MashBroker.Adapters.AdultServices;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
builder.Services.AddAdultServicesOptions().BindConfiguration(AdultServicesOptions.Section);
await using var adapter = builder.AddAdapter<AdultServicesRecords>().Build();
return await adapter.RunAsync();
