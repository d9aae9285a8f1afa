using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MashBroker.Ledger;

/// <summary>Which tables the transaction that runs on a connection has changed so far, heard from SQLite itself.</summary>
internal sealed class ChangedTables
{
    private HashSet<string> _changed = new(StringComparer.Ordinal);

    public ChangedTables(SqliteConnection connection) =>
        raw.sqlite3_update_hook(connection.Handle, (_, _, _, table, _) => _changed.Add(table.utf8_to_string()), null);

    /// <summary>Those since the last time this was asked.</summary>
    public IReadOnlySet<string> Take()
    {
        var taken = _changed;
        _changed = new HashSet<string>(StringComparer.Ordinal);
        return taken;
    }
}
