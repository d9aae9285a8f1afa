using MashBroker.Adapters.Answering;
using MashBroker.Adapters.Heartbeats;
using MashBroker.Adapters.Inbox;
using MashBroker.Adapters.Receiving;
using MashBroker.Adapters.Search;
using MashBroker.Adapters.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>Everything an adapter is made of, listed by hand.</summary>
public static class AdapterServices
{
    /// <summary>
    /// Adds the kit around one records system. Needs a started <c>MashBus</c>, a <see cref="TimeProvider"/> and logging in the
    /// container, and <c>services.Configure&lt;AdapterOptions&gt;(...)</c>; each adapter of a process has a container of its own.
    /// </summary>
    public static IServiceCollection AddAdapter<TRecords>(this IServiceCollection services)
        where TRecords : class, IAgencyRecords
    {
        services.AddOptions<AdapterOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AdapterOptions>, AdapterOptionsCheck>());
        services.TryAddSingleton<TRecords>();
        services.AddSingleton<IAgencyRecords>(provider => provider.GetRequiredService<TRecords>());

        services.AddSingleton<AgencySeat>();
        services.AddSingleton<AgencyLetters>();
        services.AddSingleton<AdapterSignals>();
        services.AddSingleton<InboxStore>();

        services.AddSingleton<AuditWatch>();
        services.AddSingleton<LetterConsumer>();
        services.AddSingleton<SubjectSearch>();
        services.AddSingleton<Answerer>();
        services.AddSingleton<RecordsProbe>();
        services.AddSingleton<CertificateWarning>();

        // In this order: what an earlier run left goes on before new letters come in.
        services.AddHostedService<AnswerWorker>();
        services.AddHostedService<LetterSender>();
        services.AddHostedService<LaneAttendance>();
        services.AddHostedService<HeartbeatSender>();
        return services;
    }
}
