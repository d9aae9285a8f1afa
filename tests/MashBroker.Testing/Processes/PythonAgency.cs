using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using MashBroker.Testing.Families;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Testing.Processes;

/// <summary>The agency of <c>agency-adapters/examples/python</c>, as its README says to run it.</summary>
public sealed class PythonAgency : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "agency-adapters", "examples", "python");

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly string _python;
    private Process? _process;

    /// <param name="keys">Key folder of the agency.</param>
    /// <param name="user">Its address at the broker: with password, or over TLS with the certificate of its key folder.</param>
    /// <exception cref="IgnoreException">This machine has no python3 with pika, or no openssl.</exception>
    public PythonAgency(string hub, string agency, string keys, Uri user)
    {
        _python = FindPython();
        var credentials = user.UserInfo.Split(':');
        var broker = new Dictionary<string, object>
        {
            ["host"] = user.Host,
            ["port"] = user.Port,
            ["vhost"] = user.AbsolutePath.TrimStart('/'),
            ["user"] = credentials[0],
        };
        if (credentials.Length == 2)
        {
            File.WriteAllText(_folder.File("password"), credentials[1]);
            broker["passwordFile"] = _folder.File("password");
        }

        File.Copy(Path.Combine(Folder, "records.csv"), Records);
        var settings = new
        {
            hub,
            agency,
            keys,
            data = _folder.File("data"),
            records = Records,
            system = "School records",
            authorisedBy = "Standing authority",
            heartbeatSeconds = 3600,
            broker,
        };
        File.WriteAllText(_folder.File("agency.json"), JsonSerializer.Serialize(settings));
    }

    /// <summary>Its CSV.</summary>
    public string Records => _folder.File("records.csv");

    /// <summary>Everything it printed.</summary>
    public string Said => string.Join('\n', _said);

    public void Start()
    {
        var program = Path.Combine(Folder, "agency.py");
        _process = Process.Start(
            new ProcessStartInfo(_python, [program, _folder.File("agency.json")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>The first column of what its database says; empty while there is none.</summary>
    public IReadOnlyList<string> Read(string sql)
    {
        var file = Path.Combine(_folder.File("data"), "agency.db");
        if (!File.Exists(file))
        {
            return [];
        }

        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return values;
    }

    /// <summary>Every byte of its own files.</summary>
    public string Written() => string.Concat(Directory.GetFiles(_folder.File("data")).Select(ReadIfThere));

    // SQLite's journal comes and goes with each of its transactions.
    private static string ReadIfThere(string file)
    {
        try
        {
            return File.ReadAllText(file, System.Text.Encoding.Latin1);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private static string FindPython()
    {
        // Debian's own first: python3-pika is installed for that one.
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(
                        python,
                        ["-c", "import pika, shutil, sys; sys.exit(not shutil.which('openssl'))"]
                    )
                    {
                        RedirectStandardError = true,
                    }
                )!;
                process.StandardError.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    return python;
                }
            }
            catch (Win32Exception)
            {
                // There is none of that name.
            }
        }

        const string Reason = "needs python3 with pika, and openssl: run ops/test.";
        throw Environment.GetEnvironmentVariable("MASH_TEST_NO_SKIP") == "1"
            ? new AssertionException($"Must not be skipped here, but {Reason}")
            : new IgnoreException(Reason);
    }
}
