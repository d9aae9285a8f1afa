namespace MashBroker.Sealing.Keys;

/// <summary>A party has one certificate for each: a key that both signs and agrees would serve an attacker as an oracle.</summary>
public enum CertificateUse
{
    Signing,
    Agreement,

    /// <summary>Shows the broker who connects; its common name is the user of the broker.</summary>
    TlsClient,

    /// <summary>Shows who connects that this is the broker.</summary>
    TlsServer,
}
