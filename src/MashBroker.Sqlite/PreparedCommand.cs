using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace MashBroker.Sqlite;

/// <summary>One use of a statement that its connection keeps prepared: borrowed when it runs, given back at the end.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    // Of its own until it runs: Dapper writes the text anew for each list among the parameters, while it adds them.
    private readonly SqliteParameterCollection _parameters = new SqliteCommand().Parameters;
    private SqliteCommand? _borrowed;
    private SqliteTransaction? _transaction;
    private string _text = "";
    private int? _seconds;

    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set => _text = value ?? "";
    }

    public override int CommandTimeout
    {
        get => _seconds ?? connection.DefaultTimeout;
        set => _seconds = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
            {
                throw new NotSupportedException("SQLite knows statements only.");
            }
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A prepared statement belongs to the connection that made it.");
    }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set => _transaction = (SqliteTransaction?)value;
    }

    public override void Cancel() => _borrowed?.Cancel();

    public override int ExecuteNonQuery() => Borrow().ExecuteNonQuery();

    public override object? ExecuteScalar() => Borrow().ExecuteScalar();

    public override void Prepare() => Borrow().Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Borrow().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Borrow()
    {
        GiveBack();
        _borrowed = connection.Take(_text, _transaction);
        _borrowed.CommandTimeout = CommandTimeout;
        foreach (SqliteParameter parameter in _parameters)
        {
            _borrowed.Parameters.Add(parameter);
        }

        return _borrowed;
    }

    private void GiveBack()
    {
        if (_borrowed is not null)
        {
            connection.GiveBack(_borrowed);
            _borrowed = null;
        }
    }
}
