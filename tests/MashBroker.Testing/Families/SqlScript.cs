using System.Globalization;
using System.Text;

namespace MashBroker.Testing.Families;

/// <summary>Insert statements that SQLite, PostgreSQL and SQL Server all read.</summary>
public sealed class SqlScript
{
    private readonly StringBuilder _text = new();

    public SqlScript Add(string text)
    {
        _text.Append(text.TrimEnd()).Append('\n');
        return this;
    }

    public void Insert(string table, params object?[] values) =>
        _text
            .Append("insert into ")
            .Append(table)
            .Append(" values (")
            .AppendJoin(", ", values.Select(Literal))
            .Append(");\n");

    public override string ToString() => _text.ToString();

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "1" : "0",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
            TimeOnly time => $"'{time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}'",
            _ => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        };
}
