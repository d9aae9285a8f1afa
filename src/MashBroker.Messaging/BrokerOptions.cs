using System.ComponentModel.DataAnnotations;
using MashBroker.Contracts;

namespace MashBroker.Messaging;

/// <summary>How to reach the broker. Section <c>Broker</c>.</summary>
public sealed class BrokerOptions
{
    /// <summary><c>amqp://user@host:5672/vhost</c>, or <c>amqps://</c>. The password may stand in it for a local trial; otherwise use <see cref="PasswordFile"/>.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>File that holds the password alone.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>PEM file with the root of the broker's certificate, for <c>amqps://</c>; the machine's own roots if it is left out.</summary>
    public string? CaFile { get; set; }

    /// <summary>
    /// PEM file of this party's TLS certificate: it is the login then, and the user is its common name. Needs
    /// <c>amqps://</c> and <see cref="KeyFile"/>, and excludes a password: no other way in is tried.
    /// </summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file of its private key, readable by its owner alone.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Name that the broker's certificate must bear, where that is not the address's host.</summary>
    public string? ServerName { get; set; }

    /// <summary>True at the hub, which creates exchanges and lanes; an agency's user may configure nothing.</summary>
    public bool CreatesTopology { get; set; }

    /// <summary>Code of the hub whose exchanges and lanes are created. Needed with <see cref="CreatesTopology"/>.</summary>
    public string? Hub { get; set; }

    /// <summary>Codes of the agencies that get lanes. Needed with <see cref="CreatesTopology"/>.</summary>
    public IReadOnlyList<string> Agencies { get; set; } = [];

    /// <summary>Seconds to wait for the broker's confirmation of one message before the sender keeps it and tries again later.</summary>
    [Range(1, 60)]
    public int ConfirmTimeoutSeconds { get; set; } = 8;

    /// <summary>Deliveries of one message that may fail before it is parked with the dead letters.</summary>
    [Range(1, 1000)]
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>Milliseconds before the second delivery of a message that failed; doubles with every further failure.</summary>
    [Range(0, 60_000)]
    public int FirstRedeliveryMilliseconds { get; set; } = 100;

    /// <summary>Longest pause between two deliveries of a failing message, in milliseconds. With the defaults a message is tried for a minute and a half.</summary>
    [Range(0, 600_000)]
    public int LongestRedeliveryMilliseconds { get; set; } = 5_000;

    /// <summary>Seconds that a released lane waits for the messages in hand before it cancels them.</summary>
    [Range(1, 600)]
    public int StopTimeoutSeconds { get; set; } = 30;

    /// <summary>Messages in hand at a time, and fetched ahead, per Red lane.</summary>
    [Range(1, 256)]
    public int RedConcurrency { get; set; } = 8;

    [Range(1, 256)]
    public int AmberConcurrency { get; set; } = 4;

    [Range(1, 256)]
    public int GreenConcurrency { get; set; } = 2;

    /// <summary>Messages fetched ahead on a lane for each in hand: a failing message that waits for its next try holds one.</summary>
    [Range(1, 64)]
    public int PrefetchPerConcurrent { get; set; } = 8;

    internal int Concurrency(Rating rating) =>
        rating switch
        {
            Rating.Red => RedConcurrency,
            Rating.Amber => AmberConcurrency,
            _ => GreenConcurrency,
        };

    internal ushort Prefetch(Rating rating) => (ushort)(Concurrency(rating) * PrefetchPerConcurrent);

    internal TimeSpan ConfirmTimeout => TimeSpan.FromSeconds(ConfirmTimeoutSeconds);

    internal TimeSpan StopTimeout => TimeSpan.FromSeconds(StopTimeoutSeconds);
}
