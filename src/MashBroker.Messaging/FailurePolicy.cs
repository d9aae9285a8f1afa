using System.Diagnostics;

namespace MashBroker.Messaging;

/// <summary>When a message whose consumer threw is tried again. The only place that knows of retries.</summary>
internal sealed class FailurePolicy(BrokerOptions options)
{
    /// <summary>Over RabbitMQ the broker counts; in memory we do.</summary>
    public bool IsSpent(int failures) => failures > options.DeliveryLimit;

    /// <summary>A failing message waits outside the lane's hands, so that it never keeps others from being taken.</summary>
    public TimeSpan PauseAfter(int failures)
    {
        var factor = Math.Pow(2, Math.Min(failures, 30) - 1);
        return TimeSpan.FromMilliseconds(
            Math.Min(options.FirstRedeliveryMilliseconds * factor, options.LongestRedeliveryMilliseconds)
        );
    }

    /// <summary>
    /// What may be told of an exception: its types and where it arose. Its text may hold what a record says of a person, and
    /// a transport sends such text along with a message it gives up.
    /// </summary>
    public static string Describe(Exception exception)
    {
        var types = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            types.Add(e.GetType().Name);
        }

        return $"{string.Join(" < ", types)}{Environment.NewLine}{new StackTrace(exception, fNeedFileInfo: true)}";
    }
}

/// <summary>Stands in the transport for whatever a consumer threw.</summary>
internal sealed class DeliveryFailedException(Lane lane, string type)
    : Exception($"The consumer of {lane} failed with {type}; the message goes back to its lane.");

/// <summary>The lane was released before its consumer took the message, which goes back.</summary>
internal sealed class LaneReleasedException(Lane lane)
    : Exception($"{lane} was released; the message goes back to it.");
