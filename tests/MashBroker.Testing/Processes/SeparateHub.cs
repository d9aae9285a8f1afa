using System.Globalization;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;

namespace MashBroker.Testing.Processes;

/// <summary>
/// A hub and its six sample agencies as nine processes over a RabbitMQ virtual host of their own, each agency with its own
/// keys, broker user and password file: as <c>ops/run-separately</c> starts them.
/// </summary>
public sealed class SeparateHub : IAsyncDisposable
{
    public const string Hub = "hub";
    public const string Correlation = "correlation";
    public const string Web = "web";

    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, SeparateProcess> _processes = [];
    private readonly Dictionary<string, Uri> _users = [];

    private SeparateHub() { }

    public HubProfile Profile { get; } = HubProfiles.Load(HubProfiles.Sample);

    public SeparateProcess this[string name] => _processes[name];

    public HubCaller Caller { get; private set; } = null!;

    public SeparateRecord Record { get; private set; } = null!;

    /// <summary>The virtual host, as the broker's administrator.</summary>
    public Uri Broker { get; private set; } = null!;

    /// <summary>The broker's address of an agency's own user, with password.</summary>
    public Uri UserOf(string agency) => _users[agency];

    public string KeysOf(string party) => Path.Combine(_folder.Root, "pki", party);

    public static async Task<SeparateHub> StartAsync(RabbitMqForTests rabbit)
    {
        var hub = new SeparateHub();
        try
        {
            await hub.PrepareAsync(rabbit);
            // Together: each waits for what it needs.
            await Task.WhenAll(hub._processes.Values.Select(process => process.StartAsync()));
            hub.Record = await SeparateRecord.OpenAsync(
                hub._folder.File("ledger.db"),
                hub.HubKey,
                [.. hub.Profile.Agencies.Select(agency => hub.InboxOf(agency.Code))]
            );
            hub.Caller = new HubCaller(hub[Web].Address, hub.Record);
            await hub.Record.AtRestAsync();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Dispose();
        }

        Caller?.Dispose();
        Record?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts whatever an earlier test left down, and waits until nothing is under way.</summary>
    public async Task AtRestAsync()
    {
        await Task.WhenAll(_processes.Values.Where(process => !process.Runs).Select(process => process.StartAsync()));
        await Record.AtRestAsync();
    }

    private string HubKey => Path.Combine(KeysOf("vault"), "hub.key");

    private string InboxOf(string agency) => _folder.File(Path.Combine("adapters", $"{agency}.db"));

    private async Task PrepareAsync(RabbitMqForTests rabbit)
    {
        var agencies = Profile.Agencies.Select(agency => agency.Code).ToList();
        SamplePki.Make(_folder.File("pki"), Profile.Code, agencies, TimeProvider.System.GetUtcNow());
        WrappingKeys.Make(HubKey);
        foreach (var folder in new[] { "log", "records", "adapters", "passwords" })
        {
            Directory.CreateDirectory(_folder.File(folder));
        }

        Broker = await rabbit.CreateVirtualHostAsync();
        var ports = new Queue<int>(LocalRabbitMqNode.FreePorts(agencies.Count + 3));
        var user = await rabbit.CreateUserAsync(Broker, BrokerPermissions.ForHub(Profile.Code));
        var environment = new Dictionary<string, string>
        {
            ["MASH_HUB"] = Profile.Code,
            ["MASH_LEDGER"] = _folder.File("ledger.db"),
            ["MASH_KEYS"] = KeysOf(Party.HubName),
            ["MASH_HUB_KEY"] = HubKey,
            ["MASH_REFERRER_CERTIFICATE"] = Path.Combine(KeysOf(SamplePki.ReferrerCertificateFolder), "agreement.crt"),
            ["MASH_BROKER"] = WithoutPassword(user),
            ["MASH_BROKER_PASSWORD_FILE"] = PasswordFile(Party.HubName, user),
        };
        foreach (var part in new[] { Hub, Correlation, Web })
        {
            var port = ports.Dequeue();
            Add(
                part,
                Path.Combine("src", "MashBroker.Cli"),
                "mash",
                [part, "--listen", Listen(port)],
                environment,
                port
            );
        }

        foreach (var agency in agencies)
        {
            _users[agency] = await rabbit.CreateUserAsync(Broker, BrokerPermissions.ForAgency(Profile.Code, agency));
            AddAdapter(agency, ports.Dequeue());
        }
    }

    private void AddAdapter(string agency, int port)
    {
        var project = string.Concat(agency.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var folder = Path.Combine("agency-adapters", project);
        var environment = new Dictionary<string, string>(RecordsOf(agency))
        {
            ["Adapter__Hub"] = Profile.Code,
            ["Adapter__Agency"] = agency,
            ["Adapter__KeyFolder"] = KeysOf(agency),
            ["Adapter__InboxFile"] = InboxOf(agency),
            // As few as may be: more would be traffic that no test here asks for.
            ["Adapter__HeartbeatSeconds"] = "45",
            ["Broker__Address"] = WithoutPassword(_users[agency]),
            ["Broker__PasswordFile"] = PasswordFile(agency, _users[agency]),
            ["ASPNETCORE_URLS"] = Listen(port),
        };
        Add(agency, folder, project, [], environment, port);
    }

    private Dictionary<string, string> RecordsOf(string agency) =>
        agency switch
        {
            "police" => new(Sql("Police", agency))
            {
                ["Police__ShareableHandlingCodes__0"] = "P",
                ["Police__ShareableHandlingCodes__1"] = "C",
            },
            "health" => new() { ["Health__Samples"] = "true", ["Adapter__AnswerInParts"] = "true" },
            "education" => new() { ["Education__Folder"] = Samples("Education") },
            "probation" => new() { ["Probation__Samples"] = "true" },
            "adult-services" => Sql("AdultServices", agency),
            "domestic-abuse" => new()
            {
                ["DomesticAbuse__Workbook"] = Path.Combine(Samples("DomesticAbuse"), "domestic-abuse.xlsx"),
            },
            _ => throw new ArgumentException(
                $"The sample profile asks {agency}, which has no sample adapter.",
                nameof(agency)
            ),
        };

    private Dictionary<string, string> Sql(string section, string agency) =>
        new()
        {
            [$"{section}__Provider"] = "sqlite",
            [$"{section}__ConnectionString"] = $"Data Source={_folder.File(Path.Combine("records", $"{agency}.db"))}",
            [$"{section}__SampleScript"] = Path.Combine(Samples(section), $"{agency}.sql"),
        };

    private static string Samples(string project) =>
        Path.Combine(Repository.Root, "agency-adapters", project, "samples");

    private void Add(
        string name,
        string folder,
        string assembly,
        IReadOnlyList<string> arguments,
        Dictionary<string, string> environment,
        int port
    )
    {
        var dll = Path.Combine(Repository.Root, folder, "bin", Configuration, "net10.0", $"{assembly}.dll");
        var log = _folder.File(Path.Combine("log", $"{name}.log"));
        _processes[name] = new SeparateProcess(name, dll, arguments, environment, port, log);
    }

    private string PasswordFile(string party, Uri user)
    {
        var file = _folder.File(Path.Combine("passwords", party));
        File.WriteAllText(file, user.UserInfo.Split(':')[1]);
        return file;
    }

    private static string WithoutPassword(Uri user) => new UriBuilder(user) { Password = "" }.Uri.ToString();

    private static string Listen(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
