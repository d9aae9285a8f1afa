using MashBroker.Contracts;

namespace MashBroker.Ledger.Audit;

/// <summary>Who did what, when, why. No personal data of the family.</summary>
public sealed record AuditEntry
{
    /// <summary>From 1, without gaps. The order of acts is this number's, never the clock's.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>Lawful basis, e.g. <c>children-act-1989-s47</c>; on readings and on what is released to agencies.</summary>
    public string? Basis { get; init; }

    /// <summary>What it was done for, as stated by whoever did it.</summary>
    public string? Purpose { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>Sequence of the row of the same enquiry before this one; null on its first.</summary>
    public long? EnquiryPrevious { get; init; }

    /// <summary>What it was done to: a contact's reference, an agency, a pack version.</summary>
    public string? Subject { get; init; }

    public string? Detail { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, of the record of the letter concerned (<see cref="Evidence.LetterProof"/>).</summary>
    public string? Proof { get; init; }

    /// <summary>16 random bytes, so that a digest of this row tells nobody what it says.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>Hash of the row before; 32 zero bytes before the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>Hash of this row (<see cref="AuditHash"/>).</summary>
    public required byte[] Hash { get; init; }
}
