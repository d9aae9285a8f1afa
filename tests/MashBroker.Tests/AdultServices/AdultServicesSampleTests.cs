using System.Text;
using MashBroker.Testing.AdultServices;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.AdultServices;

public sealed class AdultServicesSampleTests
{
    [Test]
    public void The_checked_in_script_is_what_the_families_imply()
    {
        var written = AdultServicesSample.Script(SampleFamilies.Load());
        var found = WrittenSample.Checked(
            "agency-adapters/AdultServices/samples/adult-services.sql",
            Encoding.UTF8.GetBytes(written)
        );
        Assert.That(Encoding.UTF8.GetString(found), Is.EqualTo(written));
    }
}
