using MashBroker.Adapters;
using MashBroker.Adapters.DomesticAbuse;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
builder.Services.AddDomesticAbuseOptions().BindConfiguration(DomesticAbuseOptions.Section);
await using var adapter = builder.AddAdapter<DomesticAbuseRecords>().Build();
return await adapter.RunAsync();
