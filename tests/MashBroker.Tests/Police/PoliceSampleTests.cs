using System.Text;
using MashBroker.Testing.Families;
using MashBroker.Testing.Police;
using NUnit.Framework;

namespace MashBroker.Tests.Police;

public sealed class PoliceSampleTests
{
    [Test]
    public void The_checked_in_script_is_what_the_families_imply()
    {
        var written = PoliceSample.Script(SampleFamilies.Load());
        var found = WrittenSample.Checked("agency-adapters/Police/samples/police.sql", Encoding.UTF8.GetBytes(written));
        Assert.That(Encoding.UTF8.GetString(found), Is.EqualTo(written));
    }
}
