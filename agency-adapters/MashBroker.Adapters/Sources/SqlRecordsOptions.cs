using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Sources;

/// <summary>Settings of every records system that is a database.</summary>
public abstract class SqlRecordsOptions
{
    /// <summary>The provider of the samples.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>What the pack calls the system searched.</summary>
    [Required]
    public string SystemName { get; set; } = "";

    /// <summary>Which database it is; each adapter says which ones it reads besides <c>sqlite</c>, that of the samples.</summary>
    [Required]
    public string Provider { get; set; } = "";

    /// <summary>Of a read-only account. The adapter asks for a read-only session besides.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>Script from which the SQLite file is made where it does not exist yet; for the samples only.</summary>
    public string? SampleScript { get; set; }

    /// <summary>More people than this who resemble the one asked about tell nobody anything: the hub is asked for more.</summary>
    [Range(10, 100_000)]
    public int MostCandidates { get; set; } = 2000;

    [Range(1, 600)]
    public int StatementTimeoutSeconds { get; set; } = 30;

    /// <summary>The sample's database, made from its script at first use, opened read-only.</summary>
    public System.Data.Common.DbDataSource OpenSqlite()
    {
        var connection = new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadOnly };
        if (SampleScript is { Length: > 0 } script)
        {
            SqliteSample.EnsureLoaded(connection.DataSource, script);
        }

        return SqliteFactory.Instance.CreateDataSource(connection.ConnectionString);
    }
}

/// <summary>All faults of the settings of a database at once.</summary>
public sealed class SqlRecordsOptionsCheck<TOptions>(string section, string server) : IValidateOptions<TOptions>
    where TOptions : SqlRecordsOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> faults = [.. AdapterOptionsCheck.Annotated(section, options)];
        if (options.Provider.Length > 0 && options.Provider != SqlRecordsOptions.Sqlite && options.Provider != server)
        {
            faults.Add($"{section}:Provider: must be {server}, or {SqlRecordsOptions.Sqlite} for the samples.");
        }

        if (options.SampleScript is { Length: > 0 } script)
        {
            if (options.Provider != SqlRecordsOptions.Sqlite)
            {
                faults.Add(
                    $"{section}:SampleScript: is for sqlite only. Leave it out: the adapter writes to no database."
                );
            }
            else if (!File.Exists(SqliteSample.Found(script)))
            {
                faults.Add($"{section}:SampleScript: there is no such file.");
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
