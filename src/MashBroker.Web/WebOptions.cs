using System.ComponentModel.DataAnnotations;

namespace MashBroker.Web;

/// <summary>Where the API and the board listen. Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Loopback only: nobody signs in yet, so nobody but this machine may ask.</summary>
    [Required]
    public Uri Address { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>
    /// True inside a container whose port is published on the host's loopback alone: the container must then listen on all
    /// its own addresses. Requests that name any host but this machine are refused all the same.
    /// </summary>
    public bool PublishedOnLoopback { get; set; }

    /// <summary>
    /// PEM file of the certificate to which the identity of members of the public who refer is sealed; the key lies with the people
    /// of that role, never at the hub. Absent: nobody can read such an identity.
    /// </summary>
    public string? ReferrerCertificate { get; set; }

    /// <exception cref="ArgumentException">The address would let others in.</exception>
    public void Check()
    {
        if (!PublishedOnLoopback && !Address.IsLoopback)
        {
            throw new ArgumentException(
                $"Web:Address is '{Address}', which others can reach, and nobody signs in yet. "
                    + "Use a loopback address such as http://127.0.0.1:5080."
            );
        }
    }
}
