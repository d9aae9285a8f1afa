using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Testing.Cli;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging.Administration;

/// <summary><c>mash topology</c> as at a prompt.</summary>
internal sealed class TopologyPrompt(string virtualHost, string passwords, Uri management, string credentials)
{
    /// <summary>How to reach the management.</summary>
    public string[] Access => ["--management", management.ToString(), "--credentials", credentials];

    public async Task<(int Code, JsonElement[] Done, JsonElement[] Differences)> ApplyAsync()
    {
        var (code, json) = await RunAsync([
            "apply",
            "--json",
            "--vhost",
            virtualHost,
            "--passwords",
            passwords,
            "--make-passwords",
            .. Access,
        ]);
        return (
            code,
            [.. JsonDocument.Parse(json).RootElement.GetProperty("done").EnumerateArray()],
            Differences(json)
        );
    }

    public async Task<(int Code, string[] Where, string[] Faults)> CheckAsync()
    {
        var (code, json) = await RunAsync([
            "check",
            "--json",
            "--vhost",
            virtualHost,
            "--passwords",
            passwords,
            .. Access,
        ]);
        var found = Differences(json);
        return (
            code,
            [.. found.Select(each => each.GetProperty("where").GetString()!)],
            [.. found.Select(each => $"{each.GetProperty("where")} {each.GetProperty("fault")}")]
        );
    }

    public static JsonElement[] Differences(string json) =>
        [.. JsonDocument.Parse(json).RootElement.GetProperty("differences").EnumerateArray()];

    public static async Task<(int Code, string Out)> RunAsync(params string[] words)
    {
        using var console = new CapturedConsole();
        try
        {
            return (await MashCommand.RunAsync(["topology", .. words]), console.Out.ToString());
        }
        finally
        {
            TestContext.Out.WriteLine($"{console.Out}{console.Error}");
        }
    }
}
