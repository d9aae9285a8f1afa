using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Adapters;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

/// <summary>The whole way as two administrators walk it: at the hub with <c>mash pki</c>, at the agency with its adapter's <c>enrol</c>.</summary>
[NonParallelizable]
internal sealed partial class When_an_agency_enrols
{
    private TemporaryFolder _folder = null!;
    private CapturedConsole _console = null!;

    private string Authority => _folder.File("authority");

    private string HubKeys => _folder.File("hub");

    private string PoliceKeys => _folder.File("police");

    private string Sent => _folder.File("sent");

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _console = new CapturedConsole();
        File.WriteAllText(_folder.File("passphrase"), "six words that were drawn by dice");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File("passphrase"), UnixFileMode.UserRead);
        }
    }

    [TearDown]
    public void TearDown()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task It_ends_with_both_talking_and_a_revocation_stops_it()
    {
        Assert.That(await PkiAsync("init", "--hub", "sefton"), Is.Zero, _console.Error.ToString());
        var root = Spoken(Said());
        Assert.That(await EnrolAsync(), Is.Zero, _console.Error.ToString());
        var requests = Path.Combine(PoliceKeys, "next", "police.csr");
        var fingerprint = Spoken(Said());

        Assert.That(await IssueAsync(requests), Is.EqualTo(ExitCode.NotAccepted), "nobody rang anybody");
        Assert.That(_console.Error.ToString(), Does.Contain("Ring police"));
        Assert.That(await IssueAsync(requests, "--fingerprint", fingerprint), Is.Zero, _console.Error.ToString());
        Assert.That(await EnrolAsync("--complete", Sent), Is.EqualTo(AdapterApp.CannotStart), "nobody rang back");
        Assert.That(await EnrolAsync("--complete", Sent, "--root", root), Is.Zero, _console.Error.ToString());

        using var hub = PartyKeys.Load(HubKeys);
        using var police = PartyKeys.Load(PoliceKeys);
        var register = TrustRegister.Load(HubKeys);
        var bytes = Beat(police);
        HashSet<LetterType> taken = [LetterType.Heartbeat];
        var opener = new Opener(hub, register, TimeProvider.System);
        Assert.That(opener.Open(bytes, taken).Fault, Is.EqualTo(SealFault.None));

        Said();
        Assert.That(await PkiAsync("list", "--json"), Is.Zero);
        using var list = JsonDocument.Parse(Said());
        Assert.That(
            list.RootElement.EnumerateArray().Select(each => each.GetProperty("party").GetString()),
            Is.EquivalentTo(new[] { "hub", "hub", "hub", "police", "police", "police" })
        );
        Assert.That(await PkiAsync("revoke", "--party", "police", "--reason", "KeyCompromise"), Is.Zero);
        register.Refresh();
        Assert.That(opener.Open(bytes, taken).Fault, Is.EqualTo(SealFault.CertificateRevoked));
    }

    [Test]
    public async Task A_renewal_at_both_ends_leaves_both_talking()
    {
        await EnrolPoliceAsync();
        Assert.That(await EnrolAsync("--renew"), Is.Zero, _console.Error.ToString());
        var fingerprint = Spoken(Said());
        Assert.That(
            await IssueAsync(Path.Combine(PoliceKeys, "next", "police.csr"), "--fingerprint", fingerprint),
            Is.Zero,
            _console.Error.ToString()
        );
        Assert.That(await EnrolAsync("--complete", Sent), Is.Zero, _console.Error.ToString());
        Assert.That(await PkiAsync("renew-hub"), Is.Zero, _console.Error.ToString());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(HubKeys, "for-agencies", "register")))
        {
            File.Copy(file, Path.Combine(PoliceKeys, "register", Path.GetFileName(file)), overwrite: true);
        }

        using var hub = PartyKeys.Load(HubKeys);
        using var police = PartyKeys.Load(PoliceKeys);
        var opener = new Opener(hub, TrustRegister.Load(HubKeys), TimeProvider.System);
        Assert.That(
            opener.Open(Beat(police), new HashSet<LetterType> { LetterType.Heartbeat }).Fault,
            Is.EqualTo(SealFault.None)
        );
    }

    [Test]
    public async Task What_is_wrong_with_a_command_is_said_with_its_remedy()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PkiAsync("crl"), Is.EqualTo(ExitCode.NotAccepted));
            Assert.That(_console.Error.ToString(), Does.Contain("Make one with 'mash pki init'"));
            Assert.That(await PkiAsync("init", "--list-days", "1000"), Is.EqualTo(ExitCode.Usage));
            Assert.That(_console.Error.ToString(), Does.Contain("is not from 1 to 90 days"));
            Assert.That(await EnrolAsync("--renew", "--nonsense"), Is.EqualTo(AdapterApp.CannotStart));
            Assert.That(_console.Error.ToString(), Does.Contain("'--nonsense' is not known"));
            Assert.That(await EnrolAsync("--renew"), Is.EqualTo(AdapterApp.CannotStart));
            Assert.That(_console.Error.ToString(), Does.Contain("there are no keys to renew"));
            Assert.That(Authority, Does.Not.Exist);
        }
    }

    private async Task EnrolPoliceAsync()
    {
        await PkiAsync("init", "--hub", "sefton");
        var root = Spoken(Said());
        await EnrolAsync();
        await IssueAsync(Path.Combine(PoliceKeys, "next", "police.csr"), "--fingerprint", Spoken(Said()));
        Assert.That(await EnrolAsync("--complete", Sent, "--root", root), Is.Zero, _console.Error.ToString());
        Said();
    }

    private byte[] Beat(PartyKeys police)
    {
        var sealer = new Sealer(police, TrustRegister.Load(PoliceKeys), TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var beat = new Heartbeat
        {
            AdapterVersion = "0.1.0",
            RecordsReachable = true,
            OpenRequests = 0,
        };
        var head = LetterHeads.New(
            beat,
            sealer.Profile,
            "sefton",
            "police",
            Party.HubName,
            Rating.Green,
            "operations",
            now,
            now.AddHours(1)
        );
        return sealer.Seal(new Letter(head, beat)).Bytes;
    }

    private Task<int> IssueAsync(string requests, params string[] more) =>
        PkiAsync(["issue", requests, "--party", "police", "--to", Sent, .. more]);

    private Task<int> PkiAsync(params string[] arguments)
    {
        string[] root = ["--authority", Authority];
        string[] passphrase = ["--passphrase-file", _folder.File("passphrase")];
        string[] keys = ["--keys", HubKeys];
        return MashCommand.RunAsync(
            arguments[0] == "list"
                ? ["pki", .. arguments, .. root]
                : ["pki", .. arguments, .. root, .. passphrase, .. keys]
        );
    }

    private async Task<int> EnrolAsync(params string[] arguments)
    {
        var builder = AdapterHost.CreateBuilder([
            "enrol",
            .. arguments,
            "--Adapter:Hub=sefton",
            "--Adapter:Agency",
            "police",
            $"--Adapter:KeyFolder={PoliceKeys}",
        ]);
        builder.Services.AddSingleton(new FakeAgencyRecords());
        await using var app = builder.AddAdapter<FakeAgencyRecords>().Build();
        return await app.RunAsync();
    }

    private string Said()
    {
        var said = _console.Out.ToString();
        _console.Out.GetStringBuilder().Clear();
        return said;
    }

    // As it is read out: the last one said.
    private static string Spoken(string said) => SpokenPattern().Matches(said)[^1].Value;

    [GeneratedRegex("[0-9a-f]{4}( [0-9a-f]{4}){7}")]
    private static partial Regex SpokenPattern();
}
