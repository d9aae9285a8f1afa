namespace MashBroker.Adapters.Receiving;

/// <summary>What the broker's word on a message's sender says against it; kept in quarantine beside the faults of sealing.</summary>
internal enum SenderFault
{
    None = 0,

    /// <summary>The sender left its user out. The broker checks a user only where one is stated.</summary>
    BrokerUserAbsent,

    /// <summary>Signed by the hub and brought by somebody else: a captured message, or a stolen password.</summary>
    BrokerUserIsNotSigner,
}
