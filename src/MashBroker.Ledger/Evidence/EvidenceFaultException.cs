namespace MashBroker.Ledger.Evidence;

/// <summary>The evidence does not prove what it says; the text names the file in it and what is wrong.</summary>
public sealed class EvidenceFaultException(string file, string fault) : Exception($"{file}: {fault}")
{
    /// <summary>The file within the evidence; empty where it is the evidence as a whole.</summary>
    public string File { get; } = file;
}
