using System.ComponentModel.DataAnnotations;

namespace MashBroker.Messaging;

/// <summary>How to reach the broker. Section <c>Broker</c>.</summary>
public sealed class BrokerOptions
{
    /// <summary><c>amqp://user@host:5672/vhost</c>, or <c>amqps://</c>. The password may stand in it for a local trial; otherwise use <see cref="PasswordFile"/>.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>File that holds the password alone.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>True at the hub, which creates exchanges and lanes; an agency's user may configure nothing.</summary>
    public bool CreatesTopology { get; set; }
}
