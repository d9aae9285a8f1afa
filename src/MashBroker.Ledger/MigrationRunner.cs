using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace MashBroker.Ledger;

/// <summary>
/// Brings the schema up to date: numbered scripts, forward only, each in one transaction with its row in <c>migrations</c>, so
/// that a run killed half-way resumes where it was.
/// </summary>
internal static class MigrationRunner
{
    public static async Task RunAsync(
        SqliteConnection connection,
        TimeProvider clock,
        CancellationToken cancellation
    ) => await RunAsync(connection, Embedded(), clock, cancellation);

    internal static async Task RunAsync(
        SqliteConnection connection,
        IReadOnlyList<Migration> scripts,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        RefuseGaps(scripts);
        foreach (var script in scripts)
        {
            cancellation.ThrowIfCancellationRequested();

            // The lock comes first: two processes that start together must not both find the script missing.
            await using var transaction = connection.BeginTransaction(deferred: false);
            await connection.ExecuteAsync(
                """
                create table if not exists migrations (
                    number integer not null primary key,
                    name text not null,
                    checksum text not null,
                    applied_at text not null
                ) strict
                """,
                transaction: transaction
            );
            await RefuseNewerSchemaAsync(connection, transaction, scripts[^1]);
            var applied = await connection.ExecuteScalarAsync<string?>(
                "select checksum from migrations where number = @Number",
                new { script.Number },
                transaction
            );
            if (applied is null)
            {
                await connection.ExecuteAsync(script.Sql, transaction: transaction);
                await connection.ExecuteAsync(
                    "insert into migrations (number, name, checksum, applied_at) values (@Number, @Name, @Checksum, @Now)",
                    new
                    {
                        script.Number,
                        script.Name,
                        script.Checksum,
                        Now = clock.GetUtcNow(),
                    },
                    transaction
                );
            }
            else if (applied != script.Checksum)
            {
                throw new LedgerException(
                    $"Migration {script.Name} was edited after it had been applied to this ledger. "
                        + "Run the version that made it, or restore the script."
                );
            }

            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private static void RefuseGaps(IReadOnlyList<Migration> scripts)
    {
        for (var index = 0; index < scripts.Count; index++)
        {
            if (scripts[index].Number != index + 1)
            {
                throw new LedgerException($"Migration {index + 1} is missing from this build: install it whole.");
            }
        }
    }

    private static async Task RefuseNewerSchemaAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Migration newest
    )
    {
        var found = await connection.ExecuteScalarAsync<int?>(
            "select max(number) from migrations",
            transaction: transaction
        );
        if (found > newest.Number)
        {
            throw new LedgerException(
                $"This ledger has schema {found}, newer than this build knows ({newest.Number}). Run the newer version."
            );
        }
    }

    internal static IReadOnlyList<Migration> Embedded()
    {
        const string Prefix = "migrations/";
        var assembly = typeof(MigrationRunner).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return Migration.Of(name[Prefix.Length..], reader.ReadToEnd());
            })
            .ToList();
    }
}

internal sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    /// <param name="name">Begins with four digits: its number.</param>
    /// <param name="sql">The statements.</param>
    public static Migration Of(string name, string sql) =>
        new(
            int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture),
            name,
            sql,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))))
        );
}
