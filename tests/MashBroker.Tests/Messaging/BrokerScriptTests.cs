using System.Diagnostics;
using MashBroker.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

/// <summary>What operators run must grant what the tests at the broker have shown to be enough, and no more.</summary>
[TestFixture]
public sealed class BrokerScriptTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mash-script-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task An_agency_is_granted_exactly_its_permissions()
    {
        var said = await RunAsync("add-agency", "/", "sefton", "domestic-abuse", PasswordFile());

        AssertGrants(said, BrokerPermissions.ForAgency("sefton", "domestic-abuse"));
    }

    [Test]
    public async Task A_hub_is_granted_exactly_its_permissions()
    {
        var said = await RunAsync("add-hub", "/", "sefton", PasswordFile());

        AssertGrants(said, BrokerPermissions.ForHub("sefton"));
    }

    private static void AssertGrants(string said, BrokerPermissions expected)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(
            lines,
            Is.EqualTo(
                new[]
                {
                    $"-q|add_user|{expected.User}|",
                    $"-q|set_permissions|-p|/|{expected.User}|{expected.Configure}|{expected.Write}|{expected.Read}|",
                    $"-q|set_topic_permissions|-p|/|{expected.User}|{expected.TopicExchange}|{expected.TopicWrite}|{expected.TopicRead}|",
                }
            )
        );
    }

    private string PasswordFile()
    {
        var file = Path.Combine(_folder, "password");
        File.WriteAllText(file, "secret-of-this-test\n");
        return file;
    }

    private async Task<string> RunAsync(string script, params string[] arguments)
    {
        // Stands in for rabbitmqctl: writes down what it was told, argument by argument.
        var log = Path.Combine(_folder, "told");
        var ctl = Path.Combine(_folder, "ctl");
        await File.WriteAllTextAsync(
            ctl,
            $"""
            [ "$2" = list_users ] && exit 0
            printf '%s|' "$@" >>"{log}"
            echo >>"{log}"
            """
        );
        var start = new ProcessStartInfo(
            "/bin/sh",
            [Path.Combine(RepositoryRoot(), "ops", "rabbitmq", script), .. arguments]
        );
        start.Environment["RABBITMQCTL"] = $"/bin/sh {ctl}";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return await File.ReadAllTextAsync(log);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MashBroker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from a working copy.");
        }

        return folder.FullName;
    }
}
