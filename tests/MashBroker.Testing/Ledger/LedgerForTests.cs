using MashBroker.Ledger;

namespace MashBroker.Testing.Ledger;

/// <summary>A ledger in a folder of its own, gone at the end of the test.</summary>
public sealed class LedgerForTests : IDisposable
{
    private LedgerForTests(string folder, MashBroker.Ledger.Ledger ledger, TimeProvider clock, LedgerSignal signal) =>
        (Folder, Ledger, Clock, Signal) = (folder, ledger, clock, signal);

    public string Folder { get; }

    public string File => Path.Combine(Folder, "ledger.db");

    public MashBroker.Ledger.Ledger Ledger { get; private set; }

    public TimeProvider Clock { get; }

    public LedgerSignal Signal { get; }

    public static async Task<LedgerForTests> OpenAsync(TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("mash-ledger-").FullName;
        await EmptyLedger.PutAsync(folder);
        var signal = new LedgerSignal();
        var options = new LedgerOptions { File = Path.Combine(folder, "ledger.db"), MakeHubKey = true };
        return new LedgerForTests(
            folder,
            await MashBroker.Ledger.Ledger.OpenAsync(options, clock, signal, CancellationToken.None),
            clock,
            signal
        );
    }

    /// <summary>As after a crash: the file is closed and opened again.</summary>
    public async Task ReopenAsync()
    {
        Ledger.Dispose();
        Ledger = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = File },
            Clock,
            Signal,
            CancellationToken.None
        );
    }

    public void Dispose()
    {
        Ledger.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
