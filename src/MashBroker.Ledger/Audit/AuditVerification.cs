using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Ledger.Audit;

/// <summary>Verifies the audit chain of a ledger's file, or of a copy of it, without opening it as a ledger.</summary>
public static class AuditVerification
{
    /// <param name="file">The ledger's file; it is only read.</param>
    /// <param name="outside">Signed heads held outside the hub; those that the ledger keeps are taken in any case.</param>
    /// <param name="root">
    /// The hub's root; without it the signatures of heads are not looked at, and none may be given from outside.
    /// </param>
    /// <exception cref="LedgerException">The file is no ledger with an audit chain.</exception>
    public static AuditVerdict Run(
        string file,
        IReadOnlyCollection<KeptAuditHead> outside,
        X509Certificate2? root,
        CancellationToken cancellation
    )
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            connection.Open();
            // One state of the file, however long it takes and whatever is appended meanwhile.
            using var transaction = connection.BeginTransaction(deferred: true);
            return Run(connection, outside, root, cancellation);
        }
        catch (FormatException)
        {
            throw new ArgumentException(
                "A head from outside is not as an adapter writes it. Export it again with the adapter's audit-heads.",
                nameof(outside)
            );
        }
        catch (SqliteException fault)
        {
            throw new LedgerException(
                $"'{file}' cannot be read as a ledger with an audit chain: SQLite says '{fault.Message}'. Name the ledger's file, or the "
                    + "folder that holds ledger.db; start this version's hub once on it if it is older.",
                fault
            );
        }
    }

    private static AuditVerdict Run(
        SqliteConnection connection,
        IReadOnlyCollection<KeptAuditHead> outside,
        X509Certificate2? root,
        CancellationToken cancellation
    )
    {
        var (chain, last, hash) = ReadEnd(connection);
        AuditHead[] all =
        [
            .. outside.Select(kept => kept.Head),
            .. ReadHeads(connection, Convert.ToHexStringLower(chain)),
        ];
        var certificates = outside.Select(kept => Convert.FromBase64String(kept.Certificate));
        using var signers = root is null
            ? null
            : new HeadSigners(certificates.Concat(ReadCertificates(connection)), root);
        // A head that the hub never signed proves nothing of any row; it is told of when no row is bad by itself.
        var forged = all.FirstOrDefault(head => signers?.HasSigned(head) == false);
        var check = new ChainCheck(chain, [.. all.Where(head => signers?.HasSigned(head) != false)]);
        using var command = connection.CreateCommand();
        command.CommandText = """
            select
                sequence, at, actor, act, basis, purpose, enquiry_reference, enquiry_previous, subject, detail, proof,
                salt, previous, hash
            from audit
            order by sequence
            """;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var fault = TryRead(rows, out var row)
                ? check.Take(row)
                : new ChainFault(
                    check.Last + 1,
                    ChainFaultKind.Edited,
                    $"Row {check.Last + 1} holds what no version of this product writes."
                );
            if (fault is not null)
            {
                return new AuditVerdict(check.Last, check.HeadsMet, fault);
            }
        }
        return new AuditVerdict(check.Last, check.HeadsMet, check.End(last, hash) ?? FaultOf(forged));
    }

    private static ChainFault? FaultOf(AuditHead? forged) =>
        forged is null
            ? null
            : new ChainFault(
                forged.Sequence,
                ChainFaultKind.Forked,
                $"The head of row {forged.Sequence} of {forged.At:u} was not signed by the hub."
            );

    private static (byte[] Chain, long Last, byte[] Hash) ReadEnd(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select id, last, hash from audit_chain";
        using var rows = command.ExecuteReader();
        return rows.Read()
            ? (rows.GetFieldValue<byte[]>(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2))
            : throw new LedgerException("The ledger's audit chain has no end on record: its row was deleted.");
    }

    private static List<byte[]> ReadCertificates(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select der from certificates";
        using var rows = command.ExecuteReader();
        var certificates = new List<byte[]>();
        while (rows.Read())
        {
            certificates.Add(rows.GetFieldValue<byte[]>(0));
        }
        return certificates;
    }

    private static List<AuditHead> ReadHeads(SqliteConnection connection, string chain)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select sequence, hash, at, signed from audit_heads order by sequence";
        using var rows = command.ExecuteReader();
        var heads = new List<AuditHead>();
        while (rows.Read())
        {
            heads.Add(
                new AuditHead
                {
                    Chain = chain,
                    Sequence = rows.GetInt64(0),
                    Hash = rows.GetString(1),
                    At = Instant(rows.GetString(2)),
                    Statement = Convert.ToBase64String(rows.GetFieldValue<byte[]>(3)),
                }
            );
        }
        return heads;
    }

    private static bool TryRead(SqliteDataReader rows, out AuditEntry row)
    {
        row = null!;
        var reference = Text(rows, 6);
        EnquiryReference? enquiry = null;
        if (
            !Enum.TryParse<AuditAct>(rows.GetString(3), out var act)
            || act.ToString() != rows.GetString(3)
            || (reference is not null && !EnquiryReference.TryParse(reference, out enquiry))
            || !DateTimeOffset.TryParseExact(
                rows.GetString(1),
                UtcText.Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
        )
        {
            return false;
        }
        row = new AuditEntry
        {
            Sequence = rows.GetInt64(0),
            At = at,
            Actor = rows.GetString(2),
            Act = act,
            Basis = Text(rows, 4),
            Purpose = Text(rows, 5),
            EnquiryReference = enquiry,
            EnquiryPrevious = rows.IsDBNull(7) ? null : rows.GetInt64(7),
            Subject = Text(rows, 8),
            Detail = Text(rows, 9),
            Proof = Text(rows, 10),
            Salt = rows.GetFieldValue<byte[]>(11),
            Previous = rows.GetFieldValue<byte[]>(12),
            Hash = rows.GetFieldValue<byte[]>(13),
        };
        return true;
    }

    private static string? Text(SqliteDataReader rows, int column) =>
        rows.IsDBNull(column) ? null : rows.GetString(column);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : default;
}

/// <summary>What became of a verification.</summary>
/// <param name="Rows">Rows that are what they were.</param>
/// <param name="HeadsMet">Signed heads that agree with them.</param>
/// <param name="Fault">The first row that is not; null when all are.</param>
public sealed record AuditVerdict(long Rows, int HeadsMet, ChainFault? Fault);
