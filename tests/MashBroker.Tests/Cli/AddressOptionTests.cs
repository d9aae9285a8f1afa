using MashBroker.Cli;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

internal sealed class AddressOptionTests
{
    [TestCase("hub", "--listen", "http://127.0.0.1:5081")]
    [TestCase("hub", "--broker", "amqp://mash.sample@127.0.0.1:5672/mash")]
    [TestCase("correlation", "--listen", "http://127.0.0.1:5082")]
    [TestCase("web", "--listen", "http://127.0.0.1:5080")]
    [TestCase("contact", "list", "--at", "http://127.0.0.1:5080")]
    [TestCase("run", "--broker", "amqp://mash.sample@127.0.0.1:5672/mash")]
    public void An_address_is_read_from_the_command_line(params string[] words)
    {
        var parsed = MashCommand.Root().Parse(words);

        Assert.That(parsed.Errors, Is.Empty);
        Assert.That(parsed.GetValue<Uri>(words[^2]), Is.EqualTo(new Uri(words[^1])));
    }

    [Test]
    public void What_is_no_address_is_refused_by_the_options_name_and_not_quoted()
    {
        var parsed = MashCommand.Root().Parse(["hub", "--broker", "user:secret@somewhere"]);

        var fault = parsed.Errors.Single().Message;
        Assert.That(fault, Does.Contain("--broker").And.Contain("amqp://").And.Not.Contain("secret"));
    }
}
