using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MashBroker.Testing.Messaging;

/// <summary>
/// A RabbitMQ node that the tests start themselves: own name, ports, folder, home and cookie, so that it neither needs nor
/// disturbs the machine's own.
/// </summary>
internal sealed class LocalRabbitMqNode : IDisposable
{
    private readonly Process _keeper;
    private readonly string _control;
    private readonly Dictionary<string, string> _environment;

    private LocalRabbitMqNode(
        Process keeper,
        string control,
        Dictionary<string, string> environment,
        string folder,
        int amqpPort,
        int managementPort,
        string password
    )
    {
        (_keeper, _control, _environment) = (keeper, control, environment);
        Folder = folder;
        Address = new Uri($"amqp://tests:{password}@127.0.0.1:{amqpPort}/");
        Management = new Uri($"http://127.0.0.1:{managementPort}/");
    }

    /// <summary>Everything the node writes: data, logs, console. Gone when the tests end.</summary>
    public string Folder { get; }

    public Uri Address { get; }

    public Uri Management { get; }

    /// <summary>Null when this machine has none.</summary>
    public static string? FindServer()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            // Debian's in /usr/sbin changes user and folders; what it calls, below, does not.
            .Where(folder => folder is not ("/usr/sbin" or "/sbin"))
            .Select(folder => Path.Combine(folder, "rabbitmq-server"));
        return new[] { "/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server" }
            .Concat(onPath)
            .FirstOrDefault(File.Exists);
    }

    /// <param name="doors">How parties get in. With certificates the address's port is that of TLS.</param>
    public static LocalRabbitMqNode Prepare(string server, NodeDoors doors)
    {
        var folder = Directory.CreateTempSubdirectory("mash-rabbitmq-").FullName;
        var ports = FreePorts(4);
        var (amqp, management, distribution, epmd) = (ports[0], ports[1], ports[2], ports[3]);
        var password = RandomNumberGenerator.GetHexString(24, lowercase: true);
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), doors.Plugins);
        File.WriteAllText(Path.Combine(folder, "env.conf"), "");
        File.WriteAllText(
            Path.Combine(folder, "rabbitmq.conf"),
            $"""
            {doors.Listeners(amqp)}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {management}
            default_user = tests
            default_pass = {password}
            disk_free_limit.absolute = 20MB
            raft.wal_max_size_bytes = 16777216
            """
        );
        var home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        var script = Path.Combine(folder, "node.sh");
        using (var source = typeof(LocalRabbitMqNode).Assembly.GetManifestResourceStream("rabbitmq-node.sh")!)
        using (var target = File.Create(script))
        {
            source.CopyTo(target);
        }

        var start = new ProcessStartInfo("/bin/sh", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (
            var inherited in start
                .Environment.Keys.Where(k => k.StartsWith("RABBITMQ_", StringComparison.Ordinal))
                .ToList()
        )
        {
            start.Environment.Remove(inherited);
        }

        var environment = new Dictionary<string, string>
        {
            ["MASH_RABBITMQ_SERVER"] = server,
            ["HOME"] = home,
            ["ERL_EPMD_PORT"] = Text(epmd),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"mash-tests-{amqp}@localhost",
            ["RABBITMQ_DIST_PORT"] = Text(distribution),
            ["RABBITMQ_BASE"] = folder,
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "env.conf"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var control = Path.Combine(Path.GetDirectoryName(server)!, "rabbitmqctl");
        return new LocalRabbitMqNode(Process.Start(start)!, control, environment, folder, amqp, management, password);
    }

    /// <summary>As its operator at a prompt: rabbitmqctl with these words.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> ControlAsync(params string[] words)
    {
        var start = new ProcessStartInfo(_control, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var fault = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException($"rabbitmqctl {words[0]}: {fault} {await said}");
    }

    public Task StartAsync() => OrderAsync("start");

    /// <summary>As an operator would: connections are closed, data is flushed.</summary>
    public Task StopAsync() => OrderAsync("stop");

    /// <summary>kill -9.</summary>
    public Task KillAsync() => OrderAsync("kill");

    public string Console()
    {
        var file = Path.Combine(Folder, "console.txt");
        return File.Exists(file) ? File.ReadAllText(file) : "(it wrote nothing)";
    }

    public void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit(TimeSpan.FromSeconds(20));
        _keeper.Dispose();
    }

    private async Task OrderAsync(string order)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
        if (await _keeper.StandardOutput.ReadLineAsync() != "done")
        {
            throw new InvalidOperationException($"The test's RabbitMQ node did not {order}: {Console()}");
        }
    }

    internal static int[] FreePorts(int count)
    {
        // All held at once, so that no two are the same.
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
