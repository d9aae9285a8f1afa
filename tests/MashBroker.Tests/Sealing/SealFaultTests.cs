using MashBroker.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

internal sealed class SealFaultTests
{
    [Test]
    public void Every_fault_has_a_test_that_tampers_in_exactly_that_way()
    {
        // Replayed is found by whoever keeps the inbox, and tested there.
        var tested = RefusalTests
            .Faults.Concat(HeadCheckTests.Faults)
            .Concat(CertificateTests.Faults)
            .Concat(RevocationTests.Faults);
        Assert.That(Enum.GetValues<SealFault>().Except([SealFault.None, SealFault.Replayed]).Except(tested), Is.Empty);
    }
}
