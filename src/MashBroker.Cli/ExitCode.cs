namespace MashBroker.Cli;

/// <summary>What <c>mash</c> says to a script when it ends. Documented in the README; never renumbered.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The words of the command are off: System.CommandLine's own code for that.</summary>
    public const int Usage = 1;

    /// <summary>What was sent was not accepted; standard error lists every fault with its remedy.</summary>
    public const int NotAccepted = 2;

    /// <summary>What was asked for does not exist.</summary>
    public const int NotFound = 3;

    /// <summary>The hub does not answer, or a part of it cannot start.</summary>
    public const int Unavailable = 4;

    /// <summary>The demo ran and did not show what it should.</summary>
    public const int DemoFailed = 5;

    /// <summary>A check found something that is not as it should be; standard output names it with its remedy.</summary>
    public const int Different = 7;

    /// <summary>Somebody pressed Ctrl-C.</summary>
    public const int Interrupted = 130;
}
