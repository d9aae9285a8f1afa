using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Sources;

/// <summary>
/// A records database read over ADO.NET, whichever provider it has. Statements are fixed texts; whatever a subject brings is
/// a parameter. Every fault becomes a <see cref="RecordsUnavailableException"/> that names the system and the kind of fault:
/// the database's own text can quote what was searched for, so it is not passed on.
/// </summary>
public sealed class SqlSource(string system, DbDataSource database, int statementTimeoutSeconds = 30) : IAsyncDisposable
{
    /// <summary>Rows of one statement. A list among the parameters stands for <c>in (...)</c> of its members.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        string statement,
        IReadOnlyDictionary<string, object> parameters,
        Func<SqlRow, T> row,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = statementTimeoutSeconds;
            Fill(command, statement, parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(row(new SqlRow(reader)));
            }

            return rows;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            cancellation.ThrowIfCancellationRequested();
            throw Unavailable(fault);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    // Drivers report a value of another type than the column promises, or a broken stream, with exceptions of their own kinds.
    private static bool IsOfTheDatabase(Exception fault) =>
        fault
            is DbException
                or InvalidOperationException
                or InvalidCastException
                or FormatException
                or OverflowException
                or IOException
                or TimeoutException
                or OperationCanceledException
                or System.Net.Sockets.SocketException
                or UnauthorizedAccessException;

    private RecordsUnavailableException Unavailable(Exception fault) =>
        new(
            fault switch
            {
                DbException { SqlState: { Length: > 0 } state } => $"{system}: the database reports SQLSTATE {state}.",
                SqliteException sqlite => $"{system}: the database reports SQLite error {sqlite.SqliteErrorCode}.",
                // SqlClient keeps the server's error number here, and this project does not know its types.
                DbException when fault.Data["HelpLink.EvtID"] is string number =>
                    $"{system}: the database reports error {number}.",
                InvalidCastException or FormatException or OverflowException =>
                    $"{system}: a column holds a value of another type than expected; compare the views with the adapter's README.",
                TimeoutException or OperationCanceledException => $"{system}: the database did not answer in time.",
                _ => $"{system}: the database cannot be reached ({fault.GetType().Name}).",
            }
        );

    private static void Fill(DbCommand command, string statement, IReadOnlyDictionary<string, object> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value is string or not System.Collections.IEnumerable)
            {
                Add(command, name, value);
                continue;
            }

            var members = new List<string>();
            foreach (var member in (System.Collections.IEnumerable)value)
            {
                members.Add(Add(command, Text($"{name}_{members.Count}"), member));
            }

            // "in (null)" is true of nothing, and understood by every engine.
            var list = members.Count == 0 ? "(null)" : $"({string.Join(", ", members)})";
            statement = Regex.Replace(statement, $@"@{name}\b", _ => list, RegexOptions.CultureInvariant);
        }

        command.CommandText = statement;
    }

    private static string Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return "@" + name;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The row a statement stands at, its columns by name, typed as the adapters need them.</summary>
public readonly struct SqlRow(DbDataReader reader)
{
    public string Text(string column) => TextOrNull(column) ?? "";

    public string? TextOrNull(string column) =>
        At(column) is { } at
            ? Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) is { } text
            && !string.IsNullOrWhiteSpace(text)
                ? text.Trim()
                : null
            : null;

    public DateOnly? Date(string column) => At(column) is { } at ? reader.GetFieldValue<DateOnly>(at) : null;

    public TimeOnly? Time(string column) => At(column) is { } at ? reader.GetFieldValue<TimeOnly>(at) : null;

    /// <summary>A flag kept as 0 and 1, which every engine has; null counts as unset.</summary>
    public bool Flag(string column) =>
        At(column) is { } at && Convert.ToInt32(reader.GetValue(at), CultureInfo.InvariantCulture) != 0;

    private int? At(string column)
    {
        var at = reader.GetOrdinal(column);
        return reader.IsDBNull(at) ? null : at;
    }
}
