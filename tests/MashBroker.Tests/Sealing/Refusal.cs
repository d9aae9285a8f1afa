using MashBroker.Sealing;

namespace MashBroker.Tests.Sealing;

/// <summary>A way to tamper, and the one fault by which it must be refused.</summary>
internal sealed record Refusal(string Name, SealFault Fault, Func<byte[]> Make)
{
    public override string ToString() => Name;
}
