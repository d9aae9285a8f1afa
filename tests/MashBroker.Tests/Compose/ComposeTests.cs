using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MashBroker.Adapters;
using MashBroker.Adapters.AdultServices;
using MashBroker.Adapters.DomesticAbuse;
using MashBroker.Adapters.Education;
using MashBroker.Adapters.Health;
using MashBroker.Adapters.Police;
using MashBroker.Adapters.Probation;
using MashBroker.Cli;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Compose;

/// <summary>
/// Everything that <c>docker-compose.yml</c> names exists in this project: no engine is needed to see that a setting is
/// misspelt or a path is wrong.
/// </summary>
internal sealed partial class ComposeTests
{
    private const string Prepare = "prepare";

    private static readonly ComposeFile Compose = ComposeFile.Load();

    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Adapter"] = typeof(AdapterOptions),
        ["Broker"] = typeof(BrokerOptions),
        [PoliceOptions.Section] = typeof(PoliceOptions),
        [HealthOptions.Section] = typeof(HealthOptions),
        [EducationOptions.Section] = typeof(EducationOptions),
        [ProbationOptions.Section] = typeof(ProbationOptions),
        [AdultServicesOptions.Section] = typeof(AdultServicesOptions),
        [DomesticAbuseOptions.Section] = typeof(DomesticAbuseOptions),
    };

    private TemporaryFolder _trial = null!;

    /// <summary>What <c>prepare</c> writes into its volume, written by the commands that it names.</summary>
    [OneTimeSetUp]
    public async Task PrepareTheTrial()
    {
        _trial = new TemporaryFolder();
        var script = Service(Prepare).Command.Single();
        foreach (Match command in MashCommands().Matches(script))
        {
            var arguments = command.Groups["arguments"].Value.Replace("/trial", _trial.Root, StringComparison.Ordinal);
            Assert.That(await MashCommand.RunAsync(arguments.Split(' ')), Is.Zero, arguments);
        }
    }

    [OneTimeTearDown]
    public void ClearTheTrial() => _trial.Dispose();

    [Test]
    public void Every_part_is_a_service_of_its_own() =>
        Assert.That(
            Compose.Services.Select(service => service.Name),
            Is.EquivalentTo([Prepare, "rabbitmq", "hub", "correlation", "web", .. AgencyCode.All])
        );

    [TestCaseSource(nameof(Services))]
    public void Whom_it_waits_for_is_a_service(string service) =>
        Assert.That(Service(service).DependsOn, Is.SubsetOf(Compose.Services.Select(other => other.Name)));

    [TestCaseSource(nameof(Services))]
    public void It_writes_no_core_dump(string service) => Assert.That(Service(service).CoreLimit, Is.EqualTo("0"));

    [TestCaseSource(nameof(LastingServices))]
    public void It_has_a_health_check(string service) => Assert.That(Service(service).HealthTest, Is.Not.Empty);

    [TestCaseSource(nameof(BuiltServices))]
    public void The_health_check_asks_where_it_listens(string service)
    {
        var listens = new Uri(
            Service(service).Environment.GetValueOrDefault("MASH_LISTEN")
                ?? Service(service).Environment["ASPNETCORE_URLS"]
        );

        var test = string.Join(' ', Service(service).HealthTest);

        Assert.That(test, Does.Contain($"/dev/tcp/127.0.0.1/{listens.Port}").And.Contain("GET /health/ready "));
    }

    [TestCaseSource(nameof(BuiltServices))]
    public void Its_image_is_built_of_a_project_here_and_runs_without_rights(string service)
    {
        var build = Service(service);
        var file = Path.Combine(Repository.Root, build.Context!, build.Dockerfile!);
        Assert.That(file, Does.Exist);
        var docker = File.ReadAllText(file);
        var project = PublishedProject().Match(docker).Groups["project"].Value;
        var projectFile = Path.Combine(Repository.Root, project, $"{Path.GetFileName(project)}.csproj");
        Assert.That(projectFile, Does.Exist);
        var assembly =
            XDocument.Load(projectFile).Descendants("AssemblyName").SingleOrDefault()?.Value
            ?? Path.GetFileName(project);
        var last = docker[docker.LastIndexOf("FROM ", StringComparison.Ordinal)..];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Froms().Count(docker), Is.EqualTo(2), "one stage builds, another runs");
            Assert.That(last, Does.Contain("\nUSER $APP_UID\n"));
            Assert.That(build.User, Is.Null, "the image's own user");
            Assert.That(last, Does.Contain($"ENTRYPOINT [\"dotnet\", \"{assembly}.dll\"]"));
            Assert.That(last, Does.Contain("ENV DOTNET_DbgEnableMiniDump=0"));
            Assert.That(docker, Does.Not.Contain(":latest"));
            foreach (var folder in build.Mounts.Where(mount => !mount.ReadOnly).Select(mount => mount.Target))
            {
                // A volume takes the owner of the folder it covers; without one it is root's, and nothing can be written.
                Assert.That(MadeFolders().Match(last).Value.Split(' '), Does.Contain(folder));
            }
        }
    }

    [TestCaseSource(nameof(HubServices))]
    public void Its_command_reads_every_variable(string service)
    {
        var part = Service(service);
        var command = MashCommand.Root().Subcommands.Single(each => each.Name == part.Command.Single());
        var source = Source("src/MashBroker.Cli/Commands", $"{part.Command.Single()}Command.cs");

        foreach (var variable in part.Environment.Keys)
        {
            Assert.That(
                command.Options.Any(option => option.Description!.Contains($"[{variable}]", StringComparison.Ordinal))
                    || source.Contains($"GetEnvironmentVariable(\"{variable}\")", StringComparison.Ordinal),
                variable
            );
        }
    }

    [TestCaseSource(nameof(AgencyServices))]
    public void Its_adapter_reads_every_setting(string service)
    {
        foreach (var variable in Service(service).Environment.Keys.Where(name => name != "ASPNETCORE_URLS"))
        {
            var path = variable.Split("__");
            Assert.That(Sections.Keys, Does.Contain(path[0]), variable);
            Assert.That(
                Sections[path[0]].GetProperty(path[1])?.CanWrite == true || ReadByName($"{path[0]}:{path[1]}"),
                variable
            );
        }
    }

    [TestCaseSource(nameof(AgencyServices))]
    public void It_is_the_agency_of_its_name(string service)
    {
        var settings = Service(service).Environment;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings["Adapter__Agency"], Is.EqualTo(service));
            Assert.That(Service(service).Mounts.Select(mount => mount.Within), Does.Contain($"pki/{service}"));
            Assert.That(
                Service(service).Mounts.Select(mount => mount.Within),
                Does.Contain($"broker/passwords/{service}")
            );
        }
    }

    [TestCaseSource(nameof(Services))]
    public void What_it_mounts_exists(string service)
    {
        foreach (var mount in Service(service).Mounts)
        {
            if (mount.OfThisFolder)
            {
                Assert.That(Path.Combine(Repository.Root, mount.Source), Does.Exist);
                continue;
            }

            Assert.That(Compose.Volumes, Does.Contain(mount.Source));
            if (mount.Within is { } within)
            {
                Assert.That(_trial.File(within), Does.Exist, $"{mount.Source}: {within}");
                Assert.That(mount.ReadOnly, mount.Target);
            }
        }
    }

    [TestCaseSource(nameof(Services))]
    public void Every_path_that_it_is_given_is_there_in_the_container(string service)
    {
        foreach (var (variable, value) in Service(service).Environment)
        {
            if (Paths().Match(value) is not { Success: true, Value: var path })
            {
                continue;
            }

            if (path.StartsWith("/app/", StringComparison.Ordinal))
            {
                // What is published lies beside the test as it lies beside the program.
                Assert.That(Path.Combine(AppContext.BaseDirectory, path["/app/".Length..]), Does.Exist, variable);
                continue;
            }

            var mount = Service(service)
                .Mounts.SingleOrDefault(each =>
                    path == each.Target || path.StartsWith($"{each.Target}/", StringComparison.Ordinal)
                );
            Assert.That(mount, Is.Not.Null, $"{variable}: {path} would be gone with the container");
            if (mount!.Within is { } within)
            {
                Assert.That(_trial.File(within + path[mount.Target.Length..]), Does.Exist, variable);
            }
        }
    }

    // Not given, who refers would be kept from everybody for ever; with the key in a container, from nobody there.
    [Test]
    public void Who_a_member_of_the_public_is_is_sealed_to_a_role_whose_key_is_in_no_container()
    {
        var certificate = Service("web").Environment["MASH_REFERRER_CERTIFICATE"];
        using var role = RoleSeal.Load(
            _trial.File($"pki/{SamplePki.ReferrerCertificateFolder}/{Path.GetFileName(certificate)}")
        );
        var within = Compose
            .Services.SelectMany(service => service.Mounts)
            .Select(mount => mount.Within)
            .OfType<string>();
        Assert.That(within, Has.None.EqualTo("pki").And.None.StartsWith($"pki/{SamplePki.ReferrerRoleFolder}"));
        Assert.That(Directory.GetFiles(_trial.File($"pki/{SamplePki.ReferrerCertificateFolder}"), "*.key"), Is.Empty);
    }

    [Test]
    public void Run_separately_gives_the_same_certificate() =>
        Assert.That(
            Source("ops", "run-separately"),
            Does.Contain($"MASH_REFERRER_CERTIFICATE=$data/pki/{SamplePki.ReferrerCertificateFolder}/agreement.crt")
        );

    [Test]
    public void The_volumes_are_used() =>
        Assert.That(
            Compose
                .Services.SelectMany(service => service.Mounts)
                .Where(mount => !mount.OfThisFolder)
                .Select(mount => mount.Source)
                .Distinct(),
            Is.EquivalentTo(Compose.Volumes)
        );

    [Test]
    public void Whoever_connects_to_the_broker_is_known_to_it()
    {
        using var definitions = JsonDocument.Parse(File.ReadAllText(_trial.File("broker/definitions.json")));
        var users = definitions.RootElement.GetProperty("users").EnumerateArray().Select(Name).ToList();
        var host = definitions.RootElement.GetProperty("vhosts").EnumerateArray().Select(Name).Single();

        var addresses = Compose
            .Services.SelectMany(service => service.Environment)
            .Where(variable => variable.Key is "MASH_BROKER" or "Broker__Address")
            .Select(variable => new Uri(variable.Value))
            .ToList();

        Assert.That(addresses, Has.Count.EqualTo(8));
        foreach (var address in addresses)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(users, Does.Contain(address.UserInfo), "a user alone: no password in the address");
                Assert.That(address.AbsolutePath, Is.EqualTo($"/{host}"));
                Assert.That(Compose.Services.Select(service => service.Name), Does.Contain(address.Host));
                Assert.That(address.Port, Is.EqualTo(5672));
            }
        }
    }

    [Test]
    public void The_broker_loads_what_prepare_wrote()
    {
        var file = LoadDefinitions().Match(Source("ops/docker", "rabbitmq.conf")).Groups["file"].Value;

        var mount = Service("rabbitmq").Mounts.Single(each => each.Source == "trial");

        Assert.That(file, Does.StartWith(mount.Target + "/"));
        Assert.That(_trial.File(mount.Within + file[mount.Target.Length..]), Does.Exist);
    }

    [Test]
    public void No_password_stands_in_it()
    {
        string[] files =
        [
            Source("", "docker-compose.yml"),
            Source("ops/docker", "rabbitmq.conf"),
            Source("ops/rabbitmq", "rabbitmq.conf"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "ops/docker"), "*.Dockerfile").Select(File.ReadAllText),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files, Has.None.Match(PasswordGiven()));
            Assert.That(files, Has.None.Match("guest@|guest:guest|default_pass"));
            Assert.That(Source("ops/rabbitmq", "rabbitmq.conf"), Does.Contain("loopback_users.guest = true"));
        }
    }

    [Test]
    public void Only_the_board_is_published_and_on_this_machine_alone()
    {
        var published = Compose
            .Services.SelectMany(service => service.Ports.Select(port => (service.Name, Port: port)))
            .ToList();

        Assert.That(published, Has.Count.EqualTo(1));
        var (name, port) = published.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(name, Is.EqualTo("web"));
            Assert.That(port, Does.StartWith("127.0.0.1:"));
            Assert.That(port, Does.EndWith($":{new Uri(Service("web").Environment["MASH_LISTEN"]).Port}"));
        }
    }

    private static string[] Services() => [.. Compose.Services.Select(service => service.Name)];

    private static string[] LastingServices() => [.. Services().Where(name => name != Prepare)];

    private static string[] BuiltServices() =>
        [
            .. Compose
                .Services.Where(service => service.Dockerfile is not null && service.Name != Prepare)
                .Select(service => service.Name),
        ];

    private static string[] HubServices() => ["hub", "correlation", "web"];

    private static string[] AgencyServices() => [.. AgencyCode.All];

    private static ComposeService Service(string name) => Compose.Services.Single(service => service.Name == name);

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static string Source(string folder, string name) =>
        File.ReadAllText(
            Directory
                .GetFiles(Path.Combine(Repository.Root, folder))
                .Single(file => string.Equals(Path.GetFileName(file), name, StringComparison.OrdinalIgnoreCase))
        );

    private static bool ReadByName(string setting) =>
        Directory
            .GetFiles(Path.Combine(Repository.Root, "agency-adapters"), "*.cs", SearchOption.AllDirectories)
            .Any(file =>
                File.ReadAllText(file)
                    .Contains($"configuration.GetValue<bool>(\"{setting}\")", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"dotnet mash\.dll (?<arguments>[^&\n}]*[^&\n} ])", RegexOptions.ExplicitCapture)]
    private static partial Regex MashCommands();

    [GeneratedRegex(@"dotnet publish (?<project>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PublishedProject();

    [GeneratedRegex("^FROM ", RegexOptions.Multiline)]
    private static partial Regex Froms();

    [GeneratedRegex("(?<=mkdir -p )[^&]*")]
    private static partial Regex MadeFolders();

    [GeneratedRegex("(?<=^|=)/[A-Za-z0-9/._-]+$")]
    private static partial Regex Paths();

    [GeneratedRegex(@"load_definitions = (?<file>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex LoadDefinitions();

    [GeneratedRegex("(?i)pass(word)?[a-z_]*[ \"']*[:=](?! */run/mash/)", RegexOptions.ExplicitCapture)]
    private static partial Regex PasswordGiven();
}
