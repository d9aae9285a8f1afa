using System.Globalization;
using System.Runtime.InteropServices;

namespace MashBroker.Benchmarks;

internal static class Machine
{
    public static object Describe() =>
        new
        {
            Processors = Environment.ProcessorCount,
            Runtime = RuntimeInformation.FrameworkDescription,
            System = RuntimeInformation.OSDescription,
            Build = IsOptimised ? "Release" : "Debug: these figures mean nothing",
            // More runnable threads than processors: somebody else is at work, and times are longer than the product's own.
            LoadAverage = LoadAverage(),
        };

    public static double? LoadAverage() =>
        File.Exists("/proc/loadavg")
            ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
            : null;

#if DEBUG
    private const bool IsOptimised = false;
#else
    private const bool IsOptimised = true;
#endif
}
