using System.Diagnostics;
using System.Globalization;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;

namespace MashBroker.Testing.Processes;

/// <summary>One executable of the product as a process of its own. It can be killed, and started again on the same port.</summary>
public sealed class SeparateProcess : IDisposable
{
    private const int SecondsToStart = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly string _dll;
    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly Uri _ready;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Lock _lock = new();
    private StreamWriter _log;
    private Process? _process;

    /// <param name="logFile">What it writes, over all its lives.</param>
    internal SeparateProcess(
        string name,
        string dll,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        int port,
        string logFile
    )
    {
        (Name, _dll, _arguments, _environment) = (name, dll, arguments, environment);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        _ready = new Uri(Address, "health/ready");
        LogFile = logFile;
        _log = new StreamWriter(logFile) { AutoFlush = true };
    }

    public string Name { get; }

    public Uri Address { get; }

    public string LogFile { get; }

    public bool Runs => _process is { HasExited: false };

    /// <summary>Starts it and waits until it answers that it is ready.</summary>
    /// <param name="crashAt">The <see cref="CrashPoint"/> at which it is to kill itself.</param>
    /// <param name="settings">Settings of this life alone, over its usual ones.</param>
    public async Task StartAsync(string? crashAt = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(_dll);
        foreach (var argument in _arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in _environment.Concat(settings ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove(CrashPoint.Variable);
        if (crashAt is not null)
        {
            start.Environment[CrashPoint.Variable] = crashAt;
        }

        _process?.Dispose();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // What was still to be done may bring it to its point before it is ready.
        var mayEnd = crashAt is not null;
        await Eventually.HoldsAsync(() => IsReadyAsync(mayEnd), SecondsToStart, Tell);
    }

    /// <summary>kill -9, and the certainty that it is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await EndedAsync();
        }
    }

    /// <summary>Waits until it has ended, however that came.</summary>
    public async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process!.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{Name} has not ended. {Tell()}");
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            process.WaitForExit();
        }

        _process?.Dispose();
        _http.Dispose();
        lock (_lock)
        {
            _log.Dispose();
            _log = StreamWriter.Null;
        }
    }

    private async Task<bool> IsReadyAsync(bool mayEnd)
    {
        if (_process!.HasExited)
        {
            if (mayEnd)
            {
                return true;
            }

            throw new InvalidOperationException($"{Name} ended while it was to start. {Tell()}");
        }

        try
        {
            using var answer = await _http.GetAsync(_ready);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private string Tell() => $"{Name} wrote last: {string.Join('\n', File.ReadLines(LogFile).TakeLast(15))}";

    private void Keep(string? line)
    {
        lock (_lock)
        {
            if (line is not null)
            {
                _log.WriteLine(line);
            }
        }
    }
}
