namespace MashBroker.Sealing.Cms;

/// <summary>
/// Ends the reading of a message. An exception and not a value, because these are parsers within parsers: a refusal that a
/// caller could forget to look at would be an acceptance. Caught in one place, <see cref="TripleWrap.Open"/>.
/// </summary>
internal sealed class SealRefusedException(SealFault fault, string detail) : Exception(detail)
{
    public SealFault Fault { get; } = fault;
}
