using System.Diagnostics;

namespace MashBroker.Testing.Cli;

/// <summary><c>mash</c> run to its end as a process of its own, with its two outputs apart as a script sees them.</summary>
public sealed record MashProcess(int ExitCode, string Out, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="temporary">Its temporary folder, home and working directory, to see what it leaves there.</param>
    public static async Task<MashProcess> RunAsync(string? temporary, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = temporary ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mash.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the shell of whoever runs the tests says must not change what is tested.
        foreach (var name in start.Environment.Keys.Where(Ours).ToList())
        {
            start.Environment.Remove(name);
        }

        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
            start.Environment["HOME"] = temporary;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new MashProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool Ours(string name) =>
        name.StartsWith("MASH_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);
}
