namespace MashBroker.Sealing.Keys;

/// <summary>A party has one certificate for each: a key that both signs and agrees would serve an attacker as an oracle.</summary>
internal enum CertificateUse
{
    Signing,
    Agreement,
}
