using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MashBroker.Ledger.Lookups;
using Microsoft.Data.Sqlite;

namespace MashBroker.Testing.Ledger;

/// <summary>Rows of a ledger written straight into its file, as many as counting needs and without anybody's content.</summary>
public sealed class FilledLedger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private FilledLedger(SqliteConnection connection) =>
        (_connection, _transaction) = (connection, connection.BeginTransaction());

    public static FilledLedger Of(LedgerForTests ledger)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = ledger.File, Pooling = false }.ToString()
        );
        connection.Open();
        return new FilledLedger(connection);
    }

    /// <param name="state">As the ledger writes it, e.g. <c>NotAnEnquiry</c>.</param>
    /// <param name="known">What its child is recognised by, e.g. a number; a hash of it is written.</param>
    /// <param name="home">What the child's home is recognised by.</param>
    public void Contact(
        string reference,
        DateTimeOffset receivedAt,
        string state,
        string? referrer = "Professional",
        string? outcome = null,
        DateTimeOffset? decisionDueAt = null,
        DateTimeOffset? ratedAt = null,
        string? enquiry = null,
        string? known = null,
        string? home = null,
        bool ofChild = true
    )
    {
        Run(
            """
            insert into contacts (
                reference, submission_key, state, received_at, written_at, content, referrer_kind, outcome,
                decision_due_at, rated_at, enquiry_reference
            )
            values ($1, $1, $2, $3, $3, x'00', $4, $5, $6, $7, $8)
            """,
            reference,
            state,
            Text(receivedAt),
            referrer,
            outcome,
            Text(decisionDueAt),
            Text(ratedAt),
            enquiry
        );
        Lookup(reference, LookupTerm.NameAndBirth, known, ofChild);
        Lookup(reference, "home", home, ofChild);
    }

    public void Enquiry(
        string reference,
        string contact,
        string rating,
        DateTimeOffset publishedAt,
        DateTimeOffset? decisionDueAt = null,
        DateTimeOffset? decidedAt = null,
        string? outcome = null,
        DateTimeOffset? withdrawnAt = null,
        string planJson = """{"warnings":[]}""",
        DateTimeOffset? returnDueAt = null
    ) =>
        Run(
            """
            insert into enquiries (
                reference, contact_reference, rating, state, published_at, return_due_at, decision_due_at, raised_by,
                plan_json, content, decided_at, outcome, withdrawn_at, next_clock_at
            )
            values ($1, $2, $3, 'Open', $4, $5, $6, 'A Manager', $7, x'00', $8, $9, $10, $4)
            """,
            reference,
            contact,
            rating,
            Text(publishedAt),
            Text(returnDueAt ?? publishedAt.AddHours(2)),
            Text(decisionDueAt ?? publishedAt.AddHours(24)),
            planJson,
            Text(decidedAt),
            outcome,
            Text(withdrawnAt)
        );

    /// <param name="answer">As the ledger writes it, e.g. <c>NothingKnown</c>.</param>
    public void Request(
        string enquiry,
        string agency,
        string state,
        DateTimeOffset dueAt,
        string? answer = null,
        DateTimeOffset? answeredAt = null,
        string? name = null
    ) =>
        Run(
            """
            insert into requests (id, enquiry_reference, agency, agency_name, state, due_at, answer, answered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            $"{enquiry}/{agency}",
            enquiry,
            agency,
            name ?? agency,
            state,
            Text(dueAt),
            answer,
            Text(answeredAt)
        );

    public void Dispose()
    {
        _transaction.Commit();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Lookup(string contact, string kind, string? value, bool ofChild)
    {
        if (value is not null)
        {
            Run(
                "insert into lookups (hash, kind, of_child, contact_reference) values ($1, $2, $3, $4)",
                SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {value}")),
                kind,
                ofChild ? 1 : 0,
                contact
            );
        }
    }

    private static string? Text(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void Run(string sql, params object?[] values)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // The statements above, values as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters.AddWithValue(
                string.Create(CultureInfo.InvariantCulture, $"${at + 1}"),
                values[at] ?? DBNull.Value
            );
        }

        command.ExecuteNonQuery();
    }
}
