using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MashBroker.Sqlite;

/// <summary>
/// A connection to a SQLite file that stays open and says the same few dozen statements again and again: each is prepared
/// once, because to parse and plan one costs more than to run it. For one user at a time, like every connection.
/// </summary>
/// <param name="connectionString">Without pooling of its own: a pooled connection forgets its statements when it is closed.</param>
public sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Texts with lists in them vary with the length of the list; these many are kept, then all are let go.</summary>
    private const int MostKept = 300;

    private readonly Dictionary<string, Stack<SqliteCommand>> _idle = new(StringComparer.Ordinal);
    private int _kept;

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    /// <summary>A prepared statement of this text that nobody else is reading from.</summary>
    internal SqliteCommand Take(string text, SqliteTransaction? transaction)
    {
        if (_idle.TryGetValue(text, out var same) && same.TryPop(out var command))
        {
            _kept--;
            command.Transaction = transaction ?? Transaction;
            return command;
        }

        command = CreateCommand();
        command.Transaction = transaction ?? Transaction;
#pragma warning disable CA2100 // The text is the caller's constant; values go by parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        // The transaction of this use is over when the statement is used again.
        command.Transaction = null;
        if (_kept >= MostKept)
        {
            LetGo();
        }

        if (!_idle.TryGetValue(command.CommandText, out var same))
        {
            _idle[command.CommandText] = same = new Stack<SqliteCommand>();
        }

        same.Push(command);
        _kept++;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            LetGo();
        }

        base.Dispose(disposing);
    }

    private void LetGo()
    {
        foreach (var command in _idle.Values.SelectMany(same => same))
        {
            command.Dispose();
        }

        _idle.Clear();
        _kept = 0;
    }
}
