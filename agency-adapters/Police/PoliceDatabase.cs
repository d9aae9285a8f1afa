using MashBroker.Adapters.Sources;
using Npgsql;

namespace MashBroker.Adapters.Police;

/// <summary>Opens the force's database, read-only whatever the account may do.</summary>
internal static class PoliceDatabase
{
    public static SqlSource Open(PoliceOptions options) =>
        new(
            options.SystemName,
            options.Provider == SqlRecordsOptions.Sqlite ? options.OpenSqlite() : PostgreSql(options),
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
}
