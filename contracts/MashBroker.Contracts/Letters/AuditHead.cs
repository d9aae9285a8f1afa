namespace MashBroker.Contracts.Letters;

/// <summary>A signed end of the hub's audit chain: what stood at this row then must stand there for ever.</summary>
public sealed record AuditHead : ContractRecord
{
    /// <summary>Id of the chain, 32 hexadecimal digits: a ledger has one for life.</summary>
    public required string Chain { get; init; }

    /// <summary>Number of the row, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of that row, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Base64 of a SignedData by the hub whose content says the same; see audit-chain.md.</summary>
    public required string Statement { get; init; }
}
