using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MashBroker.Testing.Families;
using Npgsql;

namespace MashBroker.Testing.Police;

/// <summary>
/// A PostgreSQL to test with: the one that <c>MASH_TEST_POSTGRESQL</c> names (a connection string whose user may create
/// databases), or one started from the machine's binaries in a folder of its own.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly string? _binaries;
    private readonly string _connection;
    private int _databases;

    private PostgreSqlServer(string connection, TemporaryFolder? folder = null, string? binaries = null)
    {
        _connection = connection;
        _folder = folder;
        _binaries = binaries;
    }

    /// <summary>Null, with the reason, where there is none to be had.</summary>
    public static (PostgreSqlServer? Server, string WhyNot) Start()
    {
        if (Environment.GetEnvironmentVariable("MASH_TEST_POSTGRESQL") is { Length: > 0 } named)
        {
            return (new PostgreSqlServer(named), "");
        }

        if (Binaries() is not { } binaries)
        {
            return (null, "No PostgreSQL: set MASH_TEST_POSTGRESQL, or install its server (Debian: postgresql).");
        }

        var folder = new TemporaryFolder();
        var data = folder.File("data");
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root; its package brings a user.
            Launch("chown", "postgres", folder.Root);
        }

        Run(
            binaries,
            "initdb",
            "--pgdata",
            data,
            "--username=mash",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8"
        );
        Run(
            binaries,
            "pg_ctl",
            "start",
            "--wait",
            "--silent",
            "--pgdata",
            data,
            "--log",
            folder.File("log"),
            "--options",
            Text($"-p {port} -k {folder.Root} -c listen_addresses=127.0.0.1 -c fsync=off")
        );
        var connection = Text($"Host=127.0.0.1;Port={port};Username=mash;Database=postgres;Pooling=false");
        return (new PostgreSqlServer(connection, folder, binaries), "");
    }

    /// <summary>A new database filled by a script; its connection string.</summary>
    public string Create(string script)
    {
        var name = Text($"mash_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        Execute(_connection, $"create database {name} template template0 encoding 'UTF8'");
        var database = new NpgsqlConnectionStringBuilder(_connection) { Database = name }.ConnectionString;
        Execute(database, script);
        return new NpgsqlConnectionStringBuilder(database) { Pooling = true }.ConnectionString;
    }

    public void Drop(string database) =>
        Execute(_connection, $"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");

    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        Run(_binaries!, "pg_ctl", "stop", "--mode=immediate", "--pgdata", _folder.File("data"));
        _folder.Dispose();
    }

    private static void Execute(string connectionString, string statement)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static string? Binaries() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory
                        .GetDirectories("/usr/lib/postgresql")
                        .Order()
                        .Reverse()
                        .Select(version => Path.Combine(version, "bin"))
                    : []
            )
            .FirstOrDefault(folder =>
                File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"))
            );

    private static void Run(string binaries, string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        if (Environment.IsPrivilegedProcess)
        {
            Launch("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Launch(path, arguments);
        }
    }

    private static void Launch(string path, params string[] arguments)
    {
        // Output is left alone: a server that pg_ctl starts would keep a redirected pipe open for ever.
        using var process = Process.Start(
            new ProcessStartInfo(path, arguments) { WorkingDirectory = Path.GetTempPath() }
        )!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)} ended with code {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
