using System.Data.Common;
using MashBroker.Adapters.Sources;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MashBroker.Adapters.Police;

/// <summary>Opens the force's database, read-only whatever the account may do.</summary>
internal static class PoliceDatabase
{
    public static SqlSource Open(PoliceOptions options) =>
        new(
            options.SystemName,
            options.Provider == "sqlite" ? Sqlite(options) : PostgreSql(options),
            options.StatementTimeoutSeconds
        );

    private static NpgsqlDataSource PostgreSql(PoliceOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        connection.Options = $"{connection.Options} -c default_transaction_read_only=on".TrimStart();
        // Values of parameters would stand in exception texts and from there in logs.
        connection.IncludeErrorDetail = false;
        connection.ApplicationName ??= "MASH adapter";
        return NpgsqlDataSource.Create(connection);
    }

    private static DbDataSource Sqlite(PoliceOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { Mode = SqliteOpenMode.ReadOnly };
        if (options.SampleScript is { Length: > 0 } script)
        {
            SqliteSample.EnsureLoaded(connection.DataSource, script);
        }

        return SqliteFactory.Instance.CreateDataSource(connection.ConnectionString);
    }
}
