namespace MashBroker.Testing.Cli;

/// <summary>What commands of this process write while it lives; afterwards the console is as it was. For one test at a time.</summary>
public sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter _realOut = Console.Out;
    private readonly TextWriter _realError = Console.Error;

    public CapturedConsole()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
    }

    public StringWriter Out { get; } = new();

    public StringWriter Error { get; } = new();

    public void Dispose()
    {
        Console.SetOut(_realOut);
        Console.SetError(_realError);
    }
}
