using System.Globalization;
using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;

namespace MashBroker.Tests.Audit;

/// <summary>A chain in memory, made as the ledger makes one.</summary>
internal sealed class SomeChain
{
    public static readonly DateTimeOffset Start = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    public SomeChain(int rows)
    {
        var acts = AuditActs.Meanings.Keys.ToArray();
        for (var number = 1; number <= rows; number++)
        {
            Rows.Add(
                Hashed(
                    new AuditEntry
                    {
                        Sequence = number,
                        At = Start.AddSeconds(number),
                        Actor = $"person {number % 7}",
                        Act = acts[number % acts.Length],
                        Basis = number % 3 == 0 ? "children-act-1989-s17" : null,
                        EnquiryReference =
                            number % 2 == 0 ? EnquiryReference.For("sample", 2026, number % 5 + 1) : null,
                        Subject = number.ToString(CultureInfo.InvariantCulture),
                        Salt = RandomNumberGenerator.GetBytes(AuditHash.SaltSize),
                        Previous = Rows.Count == 0 ? AuditHash.Beginning : Rows[^1].Hash,
                        Hash = [],
                    }
                )
            );
        }
    }

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(16);

    public List<AuditEntry> Rows { get; } = [];

    public AuditEntry Hashed(AuditEntry row) =>
        row with
        {
            Hash = AuditHash.OfLink(Id, row.Sequence, row.Previous, AuditHash.OfEntry(row)),
        };

    /// <summary>What the hub would sign at a row. Whether it did is not for the chain to say.</summary>
    public AuditHead HeadAt(int sequence) =>
        new()
        {
            Chain = Convert.ToHexStringLower(Id),
            Sequence = sequence,
            Hash = Convert.ToHexStringLower(Rows[sequence - 1].Hash),
            At = Start,
            Statement = "",
        };

    /// <summary>Hashes everything anew from a row on, as whoever can write the whole file can.</summary>
    public void HashAnewFrom(int sequence)
    {
        for (var index = sequence - 1; index < Rows.Count; index++)
        {
            Rows[index] = Hashed(
                Rows[index] with
                {
                    Sequence = index + 1,
                    Previous = index == 0 ? AuditHash.Beginning : Rows[index - 1].Hash,
                }
            );
        }
    }

    /// <summary>Follows rows as a verifier does; the end is what the ledger noted of the chain as it was made.</summary>
    public static ChainFault? Follow(
        byte[] id,
        IEnumerable<AuditEntry> rows,
        (long Last, byte[] Hash) end,
        params AuditHead[] heads
    )
    {
        var check = new ChainCheck(id, heads);
        foreach (var row in rows)
        {
            if (check.Take(row) is { } fault)
            {
                return fault;
            }
        }

        return check.End(end.Last, end.Hash);
    }

    public ChainFault? Follow(params AuditHead[] heads) => Follow(Id, Rows, (Rows.Count, Rows[^1].Hash), heads);
}
