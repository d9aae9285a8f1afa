using MashBroker.Ledger;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Ledger;

/// <summary>A ledger with its keys and nothing in it, brought up to date once in a run and copied for each test.</summary>
public static class EmptyLedger
{
    private const string Name = "ledger.db";
    private static readonly Lazy<Task<TemporaryFolder>> Made = new(MakeAsync);

    /// <param name="folder">Gets <c>ledger.db</c> and the files beside it, unless there is one already.</param>
    public static async Task PutAsync(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name)))
        {
            (await Made.Value).CopyTo(folder);
        }
    }

    private static async Task<TemporaryFolder> MakeAsync()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var ledger = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = folder.File(Name), MakeHubKey = true },
            TimeProvider.System,
            new LedgerSignal(),
            CancellationToken.None
        );
        return folder;
    }
}
