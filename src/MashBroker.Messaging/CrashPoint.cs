using System.Diagnostics;

namespace MashBroker.Messaging;

/// <summary>
/// The moments at which a test kills the process, as a power cut would: set <c>MASH_CRASH_AT</c> to one of these names. Without
/// the variable nothing happens.
/// </summary>
public static class CrashPoint
{
    public const string Variable = "MASH_CRASH_AT";

    public const string AdapterAfterReceive = "adapter-after-receive";
    public const string AdapterAfterLookup = "adapter-after-lookup";
    public const string AdapterAfterReturnStored = "adapter-after-return-stored";
    public const string AdapterAfterReturnSent = "adapter-after-return-sent";
    public const string HubAfterContactWritten = "hub-after-contact-written";
    public const string HubAfterPublish = "hub-after-publish";
    public const string HubAfterSeal = "hub-after-seal";
    public const string HubBeforeMarkSent = "hub-before-mark-sent";
    public const string HubAfterMarkSent = "hub-after-mark-sent";
    public const string CorrelationAfterOpen = "correlation-after-open";
    public const string CorrelationAfterStore = "correlation-after-store";
    public const string CorrelationBeforeAck = "correlation-before-ack";
    public const string CorrelationDuringSweep = "correlation-during-sweep";
    public const string CorrelationBeforePack = "correlation-before-pack";

    public static readonly IReadOnlyList<string> All =
    [
        AdapterAfterReceive,
        AdapterAfterLookup,
        AdapterAfterReturnStored,
        AdapterAfterReturnSent,
        HubAfterContactWritten,
        HubAfterPublish,
        HubAfterSeal,
        HubBeforeMarkSent,
        HubAfterMarkSent,
        CorrelationAfterOpen,
        CorrelationAfterStore,
        CorrelationBeforeAck,
        CorrelationDuringSweep,
        CorrelationBeforePack,
    ];

    private static readonly string? Chosen = Environment.GetEnvironmentVariable(Variable);

    public static void At(string name)
    {
        if (string.IsNullOrEmpty(Chosen))
        {
            return;
        }

        if (!All.Contains(Chosen))
        {
            // A misspelt name would let the test pass without its crash.
            throw new InvalidOperationException(
                $"{Variable} names no crash point. Give one of {string.Join(", ", All)}."
            );
        }

        if (Chosen == name)
        {
            Process.GetCurrentProcess().Kill();
            // The signal may take an instant to arrive; nothing may happen in it.
            new ManualResetEventSlim().Wait();
        }
    }
}
