using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>What stops on the day a certificate ends, in words for whoever must renew it.</summary>
public static class WhoBreaks
{
    /// <param name="party">Code of an agency, <see cref="Party.HubName"/>, or the broker's name.</param>
    public static string When(string party, CertificateUse use) =>
        (party == Party.HubName, use) switch
        {
            (true, CertificateUse.Signing) => "all agencies: the hub's requests are refused",
            (true, CertificateUse.Agreement) => "all agencies: nothing can be sealed to the hub",
            (true, CertificateUse.TlsClient) => "all agencies: the hub cannot connect",
            (false, CertificateUse.Signing) => $"{party} to hub: what it sends is refused",
            (false, CertificateUse.Agreement) => $"hub to {party}: lanes red, amber, green stand still",
            (false, CertificateUse.TlsClient) => $"{party}, both ways: it cannot connect",
            _ => "everybody: nobody connects to the broker",
        };
}
