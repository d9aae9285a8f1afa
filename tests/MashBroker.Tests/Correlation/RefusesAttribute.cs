using MashBroker.Correlation.Returns;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

/// <summary>Says which refusal a test brings about, so that none can be forgotten.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(ReturnRefusal refusal) : PropertyAttribute(refusal.ToString())
{
    public ReturnRefusal Refusal { get; } = refusal;
}
