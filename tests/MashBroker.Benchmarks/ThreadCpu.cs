using System.Runtime.InteropServices;

namespace MashBroker.Benchmarks;

/// <summary>Processor time of the calling thread: unlike elapsed time it does not count what others do on this machine.</summary>
internal static partial class ThreadCpu
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    public static long Nanoseconds()
    {
        _ = GetTime(ThreadClock, out var time);
        return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
