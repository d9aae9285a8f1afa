using System.ComponentModel.DataAnnotations;
using MashBroker.Contracts;
using MashBroker.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

[TestFixture]
public sealed class BrokerOptionsTests
{
    [Test]
    public void Every_fault_is_named_at_once()
    {
        var options = new BrokerOptions
        {
            Address = new Uri("http://broker/"),
            DeliveryLimit = 0,
            CreatesTopology = true,
        };

        var fault = Assert.Throws<ValidationException>(() => MashBus.RabbitMq(options))!.Message;

        Assert.That(fault, Does.Contain("Broker:DeliveryLimit"));
        Assert.That(fault, Does.Contain("Broker:Address"));
        Assert.That(fault, Does.Contain("Broker:Hub"));
    }

    [Test]
    public void A_password_is_needed_from_the_address_or_a_file() =>
        Assert.That(
            () => MashBus.RabbitMq(new BrokerOptions { Address = new Uri("amqp://mash.sefton@broker/") }),
            Throws.InstanceOf<ValidationException>().With.Message.Contains("Broker:PasswordFile")
        );

    [Test]
    public void A_password_is_read_from_its_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "s3cret\n");
            var address = BrokerAddress.From(
                new BrokerOptions { Address = new Uri("amqps://mash.sefton@broker/hub"), PasswordFile = file }
            );

            Assert.That(address.Password, Is.EqualTo("s3cret"));
            Assert.That((address.Port, address.VirtualHost, address.Tls), Is.EqualTo((5671, "hub", true)));
            Assert.That(address.ToString(), Does.Not.Contain("s3cret"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("police.red")]
    [TestCase("*")]
    [TestCase("Police")]
    [TestCase("")]
    public void A_code_that_would_be_another_lanes_name_is_refused(string agency) =>
        Assert.That(() => Lane.ToAgency("sefton", agency, Rating.Red), Throws.ArgumentException);

    [Test]
    public void A_failing_message_waits_longer_each_time_up_to_a_limit()
    {
        var policy = new FailurePolicy(new BrokerOptions());

        Assert.That(
            new[] { 1, 2, 3, 20, 1000 }.Select(failures => policy.PauseAfter(failures).TotalMilliseconds),
            Is.EqualTo(new double[] { 100, 200, 400, 5000, 5000 })
        );
        Assert.That(policy.IsSpent(20), Is.False);
        Assert.That(policy.IsSpent(21), Is.True);
    }
}
