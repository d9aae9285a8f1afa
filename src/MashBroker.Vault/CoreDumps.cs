using System.Runtime.InteropServices;

namespace MashBroker.Vault;

/// <summary>
/// What a process holds in memory must not reach a disk when it dies: open keys, and the families they are about.
/// </summary>
public static partial class CoreDumps
{
    private const int LimitOfCore = 4; // RLIMIT_CORE
    private const int SetDumpable = 4; // PR_SET_DUMPABLE

    private static readonly string[] RuntimeSwitches = ["DOTNET_DbgEnableMiniDump", "COMPlus_DbgEnableMiniDump"];

    /// <summary>
    /// Switches them off for this process and all it starts. Elsewhere than on Linux it looks at the runtime's own switch only.
    /// </summary>
    /// <exception cref="VaultException">They cannot be switched off; the text says why.</exception>
    public static void SwitchOff()
    {
        // The runtime read it before us: it cannot be taken back.
        if (RuntimeSwitches.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) is "1") is { } name)
        {
            throw new VaultException(
                $"{name} is set to 1: if this process died, a file with all it holds of families would be written. Unset it."
            );
        }

        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Both: the limit is inherited by what we start; where dumps are piped to a collector the kernel ignores the limit.
        var none = new Limit();
        if (SetLimit(LimitOfCore, in none) != 0 || Control(SetDumpable, 0, 0, 0, 0) != 0)
        {
            throw new VaultException(
                $"Core dumps cannot be switched off (error {Marshal.GetLastPInvokeError()}). Start with 'ulimit -c 0', or allow the "
                    + "process setrlimit and prctl."
            );
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
