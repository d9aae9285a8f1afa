using MashBroker.Adapters;
using MashBroker.Adapters.Education;
using Microsoft.Extensions.DependencyInjection;

var builder = AdapterHost.CreateBuilder(args);
builder.Services.AddEducationOptions().BindConfiguration(EducationOptions.Section);
await using var adapter = builder.AddAdapter<EducationRecords>().Build();
return await adapter.RunAsync();
