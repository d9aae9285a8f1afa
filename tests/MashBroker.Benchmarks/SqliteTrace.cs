using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MashBroker.Benchmarks;

/// <summary>
/// Hears of every statement of every SQLite connection of this process, from SQLite itself: the product knows nothing of it.
/// Between a statement's first step and its end it takes the thread's processor time, rows mapped in between included.
/// </summary>
internal static unsafe partial class SqliteTrace
{
    private const string Library = "e_sqlite3";
    private const uint Started = 1; // SQLITE_TRACE_STMT
    private const uint Ended = 2; // SQLITE_TRACE_PROFILE

    private static readonly Totals[] Of = [.. Enum.GetValues<SqliteUse>().Select(_ => new Totals())];

    [ThreadStatic]
    private static Dictionary<nint, (long Cpu, bool Commits)>? t_running;

    [ThreadStatic]
    private static bool t_ours;

    /// <summary>Hears of the connections that are opened from now on.</summary>
    public static void Install() => _ = AutoExtension(&Opened);

    /// <summary>No more of them: what is only to be timed must not be listened to.</summary>
    public static void Uninstall() => _ = CancelAutoExtension(&Opened);

    /// <summary>What the benchmark itself asks of a ledger is none of the product's work.</summary>
    public static void OpenUncounted(Action open)
    {
        t_ours = true;
        open();
        t_ours = false;
    }

    public static IReadOnlyDictionary<SqliteUse, SqliteWork> Read() =>
        Enum.GetValues<SqliteUse>().ToDictionary(use => use, use => Of[(int)use].Read());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Opened(nint database, nint message, nint api)
    {
        if (t_ours)
        {
            return 0;
        }

        var file = Marshal.PtrToStringUTF8(FileName(database, "main")) ?? "";
        _ = Trace(database, Started | Ended, &Heard, (nint)(int)UseOf(file));
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Heard(uint happened, nint use, nint statement, nint detail)
    {
        t_running ??= [];
        if (happened == Started)
        {
            var text = (byte*)detail;
            // What a trigger runs begins with a comment and belongs to the statement that fired it.
            if (text[0] != (byte)'-')
            {
                t_running[statement] = (ThreadCpu.Nanoseconds(), IsCommit(text));
            }
        }
        else if (t_running.Remove(statement, out var running))
        {
            Of[(int)use].Add(ThreadCpu.Nanoseconds() - running.Cpu, *(long*)detail, running.Commits);
        }

        return 0;
    }

    private static SqliteUse UseOf(string file) =>
        file switch
        {
            // The keys of its content are what a ledger costs too; those of an inbox lie beside it.
            _ when Path.GetFileName(file) is "ledger.db" or "keys.db" => SqliteUse.Ledger,
            _ when file.Contains(
                    $"{Path.DirectorySeparatorChar}adapters{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                ) => SqliteUse.Inboxes,
            _ => SqliteUse.Records,
        };

    private static bool IsCommit(byte* text) =>
        text[0] is (byte)'C' or (byte)'c' && text[1] is (byte)'O' or (byte)'o' && text[2] is (byte)'M' or (byte)'m';

    [LibraryImport(Library, EntryPoint = "sqlite3_auto_extension")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int AutoExtension(delegate* unmanaged[Cdecl]<nint, nint, nint, int> opened);

    [LibraryImport(Library, EntryPoint = "sqlite3_cancel_auto_extension")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int CancelAutoExtension(delegate* unmanaged[Cdecl]<nint, nint, nint, int> opened);

    [LibraryImport(Library, EntryPoint = "sqlite3_trace_v2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int Trace(
        nint database,
        uint what,
        delegate* unmanaged[Cdecl]<uint, nint, nint, nint, int> heard,
        nint use
    );

    [LibraryImport(Library, EntryPoint = "sqlite3_db_filename", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial nint FileName(nint database, string name);

    private sealed class Totals
    {
        private long _statements;
        private long _commits;
        private long _cpu;
        private long _commitTime;

        public void Add(long cpu, long elapsed, bool commit)
        {
            Interlocked.Increment(ref _statements);
            Interlocked.Add(ref _cpu, cpu);
            if (commit)
            {
                Interlocked.Increment(ref _commits);
                Interlocked.Add(ref _commitTime, elapsed);
            }
        }

        public SqliteWork Read() =>
            new(
                Interlocked.Read(ref _statements),
                Interlocked.Read(ref _commits),
                Interlocked.Read(ref _cpu) / 1e6,
                Interlocked.Read(ref _commitTime) / 1e6
            );
    }
}

internal enum SqliteUse
{
    Ledger = 0,
    Inboxes,
    Records,
}

/// <param name="CpuMilliseconds">Inside statements; what Dapper and the driver do around them comes on top.</param>
/// <param name="CommitMilliseconds">Elapsed, the disk's part included.</param>
internal sealed record SqliteWork(long Statements, long Commits, double CpuMilliseconds, double CommitMilliseconds)
{
    public SqliteWork Since(SqliteWork before) =>
        new(
            Statements - before.Statements,
            Commits - before.Commits,
            CpuMilliseconds - before.CpuMilliseconds,
            CommitMilliseconds - before.CommitMilliseconds
        );
}
