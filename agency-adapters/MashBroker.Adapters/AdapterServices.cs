using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Adapters;

/// <summary>Everything an adapter is made of, listed by hand.</summary>
public static class AdapterServices
{
    /// <summary>
    /// Adds the kit around one records system. Needs a <c>MashBus</c>, a <see cref="TimeProvider"/> and
    /// <see cref="AdapterOptions"/> in the container; each adapter of a process has a container of its own.
    /// </summary>
    public static IServiceCollection AddAdapter<TRecords>(this IServiceCollection services)
        where TRecords : class, IAgencyRecords => throw new NotImplementedException();
}
