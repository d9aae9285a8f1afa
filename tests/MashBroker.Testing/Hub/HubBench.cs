using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Correlation;
using MashBroker.Hub;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using MashBroker.Testing.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Testing.Hub;

/// <summary>
/// Hub worker and correlation service as they run: a real ledger file, real keys, the bus in memory and a clock that stands
/// still until it is moved. Agencies are played by <see cref="AgencyByHand"/>.
/// </summary>
public sealed class HubBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("mash-hub-").FullName;
    private readonly List<AgencyByHand> _agencies = [];
    private PartyKeys? _keys;
    private RegisterWatch? _watch;
    private IHost? _host;

    private HubBench() { }

    /// <summary>Replace it while the hub is stopped.</summary>
    public HubProfile Profile { get; set; } = HubProfiles.Load(HubProfiles.Sample);

    public SettableClock Clock { get; } = new(Start);

    public LedgerSignal Signal { get; } = new();

    /// <summary>Replace it while the hub is stopped.</summary>
    public MashBus Bus { get; private set; } = MashBus.InMemory();

    public MashBroker.Ledger.Ledger Ledger { get; private set; } = null!;

    public LinesLogged Lines { get; } = new();

    /// <summary>Those played so far, in the order in which they were named.</summary>
    public IReadOnlyList<AgencyByHand> Agencies => _agencies;

    public string LedgerFile => Path.Combine(_folder, "ledger.db");

    public string PkiFolder => Path.Combine(_folder, "pki");

    public TrustRegister Register { get; private set; } = null!;

    public string KeysOf(string party) => Path.Combine(PkiFolder, party);

    /// <param name="connected">The agencies that have keys and an adapter; the profile's others are not connected.</param>
    public static Task<HubBench> SetUpAsync(params string[] connected) => SetUpAsync(null, connected);

    /// <param name="profile">Absent: the sample hub's.</param>
    /// <param name="connected">The agencies that have keys and an adapter; the profile's others are not connected.</param>
    public static async Task<HubBench> SetUpAsync(HubProfile? profile, string[] connected)
    {
        var bench = new HubBench();
        bench.Profile = profile ?? bench.Profile;
        CopiedPki.Make(bench.PkiFolder, bench.Profile.Code, connected, bench.Clock.GetUtcNow());
        await bench.Bus.StartAsync(CancellationToken.None);
        await bench.StartHubAsync();
        return bench;
    }

    /// <summary>Starts hub worker and correlation service on the ledger file, as after a crash or for the first time.</summary>
    public async Task StartHubAsync(bool worker = true)
    {
        await EmptyLedger.PutAsync(_folder);
        Ledger = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = LedgerFile, MakeHubKey = true },
            Clock,
            Signal,
            CancellationToken.None
        );
        _keys = PartyKeys.Load(KeysOf(Party.HubName));
        var register = Register = TrustRegister.Load(KeysOf(Party.HubName));
        _watch = new RegisterWatch(register, Clock, _ => { });
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(Lines);
        builder
            .Services.AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Profile)
            .AddSingleton(Bus)
            .AddSingleton(register)
            .AddSingleton(new Sealer(_keys, register, Clock))
            .AddSingleton(new Opener(_keys, register, Clock))
            .AddLedger(Ledger, Signal)
            .AddCorrelation();
        if (worker)
        {
            builder.Services.AddHub();
        }

        _host = builder.Build();
        await _host.StartAsync();
    }

    /// <summary>Another broker from now on; the hub must be stopped.</summary>
    public async Task ChangeBusAsync(MashBus bus)
    {
        await Bus.DisposeAsync();
        Bus = bus;
        await Bus.StartAsync(CancellationToken.None);
    }

    public async Task StopHubAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync();
            host.Dispose();
            _watch!.Dispose();
            Ledger.Dispose();
            _keys!.Dispose();
        }
    }

    /// <param name="own">The agency's own connection to a broker; otherwise it shares the hub's, in memory.</param>
    public async Task<AgencyByHand> AgencyAsync(string agency, MashBus? own = null)
    {
        var played = new AgencyByHand(this, agency, own);
        await played.ListenAsync();
        _agencies.Add(played);
        return played;
    }

    /// <summary>A contact comes in, is triaged, and a person confirms the rating: from there the hub publishes by itself.</summary>
    public async Task<EnquiryReference> EnquireAsync(Contact contact, Rating rating)
    {
        var reference = await ContactAsync(contact, rating);
        await UntilAsync("published", async () => (await ContactAsync(reference)).State is ContactState.Published);
        return (await ContactAsync(reference)).EnquiryReference!;
    }

    /// <returns>The contact's reference, its rating confirmed.</returns>
    public async Task<string> ContactAsync(Contact contact, Rating rating)
    {
        var reference = await TriagedAsync(contact);
        await Ledger.WriteAsync(
            change => ContactStore.ConfirmRatingAsync(change, reference, rating, "A. Manager", "Team manager", null),
            CancellationToken.None
        );
        return reference;
    }

    /// <returns>The reference of a contact that waits for a person's rating.</returns>
    public async Task<string> TriagedAsync(Contact contact)
    {
        var written = await Ledger.WriteAsync(
            change =>
                ContactStore.AddAsync(
                    change,
                    Profile.Code,
                    MessageId.New().ToString(),
                    contact.ReceivedAt,
                    ContactContent.Write(contact),
                    "web",
                    LookupTerms.Of(contact)
                ),
            CancellationToken.None
        );
        await UntilAsync("triaged", async () => (await ContactAsync(written.Reference)).State is ContactState.Triaged);
        return written.Reference;
    }

    public async Task<ContactRow> ContactAsync(string reference) =>
        (await ReadAsync(view => ContactStore.FindAsync(view, reference)))!;

    public Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work) => Ledger.ReadAsync(work, CancellationToken.None);

    /// <summary>Waits until the ledger says so: looks again at every change of it.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var changed = Signal.Any.Next;
            if (await holds())
            {
                return;
            }

            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"Not within {Patience.TotalSeconds} s: {what}. {string.Join(Environment.NewLine, Lines.All)}"
                );
            }

            await changed
                .WaitAsync(TimeSpan.FromMilliseconds(250), CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopHubAsync();
        foreach (var agency in _agencies)
        {
            await agency.DisposeAsync();
        }

        await Bus.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
