namespace MashBroker.Cli;

/// <summary>A command cannot do what was asked; its text and remedy go to standard error.</summary>
public sealed class CommandException(int exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode { get; } = exitCode;
}
