using MashBroker.Testing.DomesticAbuse;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.DomesticAbuse;

public sealed class DomesticAbuseSampleTests
{
    [Test]
    public void The_checked_in_workbook_is_what_the_families_imply()
    {
        var written = DomesticAbuseSample.Of(SampleFamilies.Load()).Write();
        var found = WrittenSample.Checked("agency-adapters/DomesticAbuse/samples/domestic-abuse.xlsx", written);
        Assert.That(Xlsx.Parts(found), Is.EqualTo(Xlsx.Parts(written)));
    }
}
