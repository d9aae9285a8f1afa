using System.Globalization;

namespace MashBroker.Benchmarks;

internal sealed record Arguments
{
    /// <summary>A RabbitMQ to measure over as well, as its administrator.</summary>
    public Uri? Broker { get; init; }

    /// <summary>Starts the rabbitmq-server of this machine for it.</summary>
    public bool StartsBroker { get; init; }

    public string? Only { get; init; }

    /// <summary>How many enquiries one by one.</summary>
    public int Enquiries { get; init; } = 60;

    /// <summary>How many enquiries at once.</summary>
    public int LoadedEnquiries { get; init; } = 300;

    /// <summary>How many spoilt messages and letters; tried with <c>--only mutation</c> alone.</summary>
    public int Mutations { get; init; } = 1_000_000;

    /// <summary>How many random enquiries through both clocks; run with <c>--only clocks</c> alone.</summary>
    public int ClockEnquiries { get; init; } = 1_000_000;

    public static Arguments Read(string[] args)
    {
        var read = new Arguments();
        for (var at = 0; at < args.Length; at++)
        {
            read = args[at] switch
            {
                "--broker" when Value() is "own" => read with { StartsBroker = true },
                "--broker" => read with { Broker = new Uri(Value()) },
                "--only" => read with { Only = Value() },
                "--enquiries" => read with { Enquiries = Number() },
                "--mutations" => read with { Mutations = Number() },
                "--clock-enquiries" => read with { ClockEnquiries = Number() },
                "--loaded-enquiries" => read with { LoadedEnquiries = Number() },
                var other => throw Unknown(other),
            };
            at++;

            string Value() => at + 1 < args.Length ? args[at + 1] : throw Unknown(args[at]);

            int Number() => int.Parse(Value(), CultureInfo.InvariantCulture);
        }

        return read;
    }

    private static ArgumentException Unknown(string argument) =>
        new(
            $"'{argument}': give --broker amqp://user:password@host/vhost or --broker own, --only NAME, "
                + "--enquiries N, --loaded-enquiries N, --mutations N, --clock-enquiries N, each with its value."
        );
}
