using System.Diagnostics;
using System.Globalization;
using MashBroker.Cli.Api;
using MashBroker.Ledger.Figures;

namespace MashBroker.Benchmarks;

/// <summary>`mash run` as a user starts it: a process of its own, at first without any data, then on what it made.</summary>
internal static class StartFigures
{
    private const int Times = 3;

    public static async Task<object> MeasureAsync()
    {
        var first = new List<RunFigures>();
        var again = new List<RunFigures>();
        for (var time = 0; time < Times; time++)
        {
            var folder = Directory.CreateTempSubdirectory("mash-start-").FullName;
            first.Add(await RunAsync(folder, "first"));
            again.Add(await RunAsync(folder, "again"));
            Directory.Delete(folder, recursive: true);
        }

        return new
        {
            How = "From the start of the process to its line 'ready' and to the first 200 of /health/ready; medians of "
                + $"{Times}. Memory is the process's peak (VmHWM), when ready and after an enquiry was answered.",
            Targets = new { ReadySeconds = 5, PeakMB = 400 },
            FirstStart = Medians(first),
            LaterStart = Medians(again),
        };
    }

    private static object Medians(List<RunFigures> runs) =>
        new
        {
            ReadyLineSeconds = Timings.Median(runs.Select(run => run.ReadyLine.TotalSeconds)),
            HealthReadySeconds = Timings.Median(runs.Select(run => run.HealthReady.TotalSeconds)),
            PeakMBWhenReady = Timings.Median(runs.Select(run => run.PeakWhenReady)),
            PeakMBAfterOneEnquiry = Timings.Median(runs.Select(run => run.PeakAfterEnquiry)),
        };

    private static async Task<RunFigures> RunAsync(string folder, string number)
    {
        var mash = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "mash.exe" : "mash");
        var start = new ProcessStartInfo(mash, ["run", "--data", folder, "--listen", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var address = AddressIn(await process.StandardOutput.ReadLineAsync());
            var readyLine = Stopwatch.GetElapsedTime(since);
            using var http = new HttpClient { BaseAddress = address };
            while (!(await http.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode)
            {
                await Task.Delay(10);
            }

            var healthReady = Stopwatch.GetElapsedTime(since);
            var whenReady = PeakMegabytes(process);
            await AskOnceAsync(address, number);
            return new RunFigures(readyLine, healthReady, whenReady, PeakMegabytes(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task AskOnceAsync(Uri address, string number)
    {
        using var api = new HubClient(address);
        var before = await PacksAsync(api);
        var contact = await OneEnquiry.SubmitAsync(api, OneEnquiry.Family(), number);
        _ = await OneEnquiry.RateAsync(api, contact);
        while (await PacksAsync(api) == before)
        {
            await Task.Delay(20);
        }
    }

    private static async Task<long> PacksAsync(HubClient api) =>
        (await api.GetAsync<LedgerFigures>("api/figures", default)).Packs;

    private static Uri AddressIn(string? line) =>
        line?.Split(' ')[^1] is { } last && Uri.TryCreate(last, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"'mash run' did not say where it is: '{line}'.");

    private static double PeakMegabytes(Process process)
    {
        var peak = File.ReadLines($"/proc/{process.Id}/status")
            .Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            / 1024;
    }

    private sealed record RunFigures(
        TimeSpan ReadyLine,
        TimeSpan HealthReady,
        double PeakWhenReady,
        double PeakAfterEnquiry
    );
}
