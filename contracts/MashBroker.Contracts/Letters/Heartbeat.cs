namespace MashBroker.Contracts.Letters;

/// <summary>An adapter says that it is alive. Sent at start and at regular intervals.</summary>
public sealed record Heartbeat : LetterBody
{
    public required string AdapterVersion { get; init; }

    /// <summary>Whether the agency's records system answered when last tried.</summary>
    public required bool RecordsReachable { get; init; }

    /// <summary>Requests in the adapter's inbox that are not yet answered.</summary>
    public required int OpenRequests { get; init; }
}

/// <summary>The hub heard a heartbeat; carries what every party must know soon.</summary>
public sealed record HeartbeatAnswer : LetterBody
{
    /// <summary>The hub's clock when it heard, UTC: the agency can see how far its own is off.</summary>
    public required DateTimeOffset HeardAt { get; init; }

    /// <summary>The root's newest revocation list, DER in base64: it reaches also whoever can reach nothing but the broker.</summary>
    public string? RevocationList { get; init; }

    /// <summary>
    /// The end of the hub's audit chain when last signed. Every agency keeps what it is sent, so that the hub cannot rewrite its record
    /// of acts without their noticing. Absent until the first is signed.
    /// </summary>
    public AuditHead? AuditHead { get; init; }
}
