using MashBroker.Adapters.Sources;
using Microsoft.Data.SqlClient;

namespace MashBroker.Adapters.AdultServices;

/// <summary>Opens the case-management extract, with read-only intent.</summary>
internal static class AdultServicesDatabase
{
    public static SqlSource Open(AdultServicesOptions options) =>
        new(
            options.SystemName,
            options.Provider == SqlRecordsOptions.Sqlite
                ? options.OpenSqlite()
                : SqlClientFactory.Instance.CreateDataSource(SqlServer(options)),
            options.StatementTimeoutSeconds
        );

    private static string SqlServer(AdultServicesOptions options) =>
        new SqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationIntent = ApplicationIntent.ReadOnly,
            ApplicationName = "MASH adapter",
        }.ConnectionString;
}
