using Dapper;
using MashBroker.Ledger;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>A ledger in which an agency could be asked once for an enquiry is brought up to date.</summary>
internal sealed class LedgerOfBeforeTests
{
    [Test]
    public async Task Requests_keep_their_order_and_what_refers_to_them()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        await connection.OpenAsync();
        var scripts = MigrationRunner.Embedded();
        var before = scripts.TakeWhile(script => !script.Name.EndsWith("_asked_again.sql", StringComparison.Ordinal));
        await MigrationRunner.RunAsync(connection, [.. before], new SettableClock(HubBench.Start), default);
        await AddAsync(connection, "contacts", ("reference", "C"));
        await AddAsync(connection, "enquiries", ("reference", "E"), ("contact_reference", "C"));
        foreach (var agency in new[] { "police", "health", "education" })
        {
            await AddAsync(
                connection,
                "requests",
                ("id", $"of {agency}"),
                ("enquiry_reference", "E"),
                ("agency", agency),
                ("chasers", "2")
            );
        }

        await AddAsync(connection, "returns", ("request_id", "of health"), ("enquiry_reference", "E"));
        await AddAsync(connection, "questions", ("request_id", "of health"));

        await MigrationRunner.RunAsync(connection, scripts, new SettableClock(HubBench.Start), default);

        Assert.Multiple(async () =>
        {
            Assert.That(
                await connection.QueryAsync<string>("select agency from requests where chasers = 2 order by rowid"),
                Is.EqualTo(new[] { "police", "health", "education" })
            );
            Assert.That(await connection.QueryAsync("pragma foreign_key_check"), Is.Empty);
            Assert.That(
                async () => await connection.ExecuteAsync("delete from requests where agency = 'health'"),
                Throws.TypeOf<SqliteException>(),
                "what refers to a request still does"
            );
            Assert.That(
                async () => await AddAsync(connection, "requests", ("enquiry_reference", "E"), ("agency", "police")),
                Throws.TypeOf<SqliteException>(),
                "one request of each agency counts"
            );
        });
    }

    // What a test says nothing of holds anything that its column takes.
    private static async Task AddAsync(
        SqliteConnection connection,
        string table,
        params (string Column, string Value)[] said
    )
    {
        var columns = (
            await connection.QueryAsync<(string Name, string Type, bool NotNull, string? Default, bool Key)>(
                $"select name, type, \"notnull\", dflt_value, pk from pragma_table_info('{table}')"
            )
        )
            .Where(column =>
                said.Any(each => each.Column == column.Name)
                || (column is { NotNull: true, Default: null } && column is not { Key: true, Type: "INTEGER" })
            )
            .ToArray();
        var values = columns.Select(column =>
            said.FirstOrDefault(each => each.Column == column.Name) is { Value: { } value } ? $"'{value}'"
            : column.Type == "INTEGER" ? "1"
            : column.Type == "BLOB" ? "x'00'"
            : "'x'"
        );
        await connection.ExecuteAsync(
            $"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) values ({string.Join(", ", values)})"
        );
    }
}
