using Dapper;
using MashBroker.Sqlite;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Sqlite;

internal sealed class PreparedConnectionTests
{
    private PreparedConnection _connection = null!;

    [SetUp]
    public void Open()
    {
        _connection = new PreparedConnection("Data Source=:memory:");
        _connection.Open();
        _connection.Execute("create table lanes (name text primary key, length integer) strict");
        _connection.Execute("insert into lanes values ('red', 1), ('amber', 2), ('green', 3)");
    }

    [TearDown]
    public void Close() => _connection.Dispose();

    [Test]
    public void A_statement_said_again_takes_its_new_values()
    {
        foreach (var (name, length) in new[] { ("red", 1), ("green", 3), ("red", 1) })
        {
            Assert.That(Length(name), Is.EqualTo(length));
        }
    }

    [Test]
    public void Lists_of_any_length_go_with_values_before_and_after_them()
    {
        const string Sql =
            "select name from lanes where length >= @least and name in @names and length <= @most order by 1";
        foreach (var names in new[] { ["red", "green"], [], ["amber"], new[] { "green", "red" } })
        {
            var found = _connection.Query<string>(
                Sql,
                new
                {
                    least = 0,
                    names,
                    most = 9,
                }
            );

            Assert.That(found, Is.EquivalentTo(names));
        }
    }

    [Test]
    public void A_statement_can_be_said_again_while_it_is_still_being_read()
    {
        var pairs = new List<(string, string)>();
        foreach (var outer in _connection.Query<string>("select name from lanes order by 1", buffered: false))
        {
            foreach (var inner in _connection.Query<string>("select name from lanes order by 1", buffered: false))
            {
                pairs.Add((outer, inner));
            }
        }

        Assert.That(pairs, Has.Count.EqualTo(9));
        Assert.That(pairs, Is.Unique);
    }

    [Test]
    public void A_statement_that_failed_works_the_next_time()
    {
        const string Sql = "insert into lanes values (@name, 4)";

        Assert.That(() => _connection.Execute(Sql, new { name = "red" }), Throws.InstanceOf<SqliteException>());
        Assert.That(_connection.Execute(Sql, new { name = "blue" }), Is.EqualTo(1));
    }

    [Test]
    public void A_statement_belongs_to_the_transaction_that_says_it()
    {
        for (var round = 0; round < 2; round++)
        {
            using var transaction = _connection.BeginTransaction();
            _connection.Execute("update lanes set length = 7 where name = @name", new { name = "red" }, transaction);
            transaction.Rollback();
        }

        Assert.That(Length("red"), Is.EqualTo(1));
    }

    [Test]
    public void A_table_that_changed_its_shape_is_read_as_it_is_now()
    {
        _ = _connection.QuerySingle("select * from lanes where name = 'red'");
        _connection.Execute("alter table lanes add column due text");

        IDictionary<string, object> row = _connection.QuerySingle("select * from lanes where name = 'red'");

        Assert.That(row.Keys, Has.Member("due"));
    }

    [Test]
    public void More_texts_than_are_kept_all_work()
    {
        for (var number = 0; number < 1000; number++)
        {
            Assert.That(
                _connection.ExecuteScalar<int>($"select length + {number} from lanes where name = 'red'"),
                Is.EqualTo(number + 1)
            );
        }
    }

    private int Length(string name) =>
        _connection.ExecuteScalar<int>("select length from lanes where name = @name", new { name });
}
