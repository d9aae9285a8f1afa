namespace MashBroker.Contracts.Letters;

/// <summary>Every message of the life of an enquiry, both ways.</summary>
public enum LetterType
{
    None = 0,

    /// <summary>Hub to agency: what do you know of these people?</summary>
    Request,

    /// <summary>Hub to agency: the rating or the facts have changed.</summary>
    Amendment,

    /// <summary>Hub to agency: your return is due or late.</summary>
    Chaser,

    /// <summary>Hub to agency: no return is needed any more.</summary>
    Withdrawal,

    /// <summary>Agency to hub: the request (or what amends it) is on disk here.</summary>
    Receipt,

    /// <summary>Agency to hub: the answer.</summary>
    Return,

    /// <summary>Hub to agency: the return is on disk here.</summary>
    ReturnReceipt,

    /// <summary>Agency to hub: this adapter is alive, and whether it can reach its records.</summary>
    Heartbeat,

    /// <summary>Hub to agency: the heartbeat was heard.</summary>
    HeartbeatAnswer,

    /// <summary>Hub to agency: erase what you keep of this enquiry.</summary>
    PurgeInstruction,

    /// <summary>Agency to hub: it is erased.</summary>
    PurgeCertificate,
}
