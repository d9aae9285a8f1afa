using System.ComponentModel.DataAnnotations;
using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Sealing;
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

    [Test]
    public void A_certificate_is_the_login_and_its_common_name_the_user()
    {
        using var pki = new SampleParties("sefton", ["police"], TimeProvider.System.GetUtcNow());

        var address = BrokerAddress.From(Certified(pki));

        Assert.That((address.User, address.Password, address.Tls), Is.EqualTo(("mash.sefton.police", "", true)));
        Assert.That(address.Security!.ServerName, Is.EqualTo("broker.example"));
    }

    [Test]
    public void Everything_that_would_weaken_a_certificate_is_refused_at_once()
    {
        using var pki = new SampleParties("sefton", ["police"], TimeProvider.System.GetUtcNow());
        var options = Certified(pki);
        options.Address = new Uri("amqps://mash.sefton.health:secret@broker.example/mash");

        var fault = Assert.Throws<ValidationException>(() => BrokerAddress.From(options))!.Message;

        Assert.That(fault, Does.Contain("names another user than the certificate, which is 'mash.sefton.police'"));
        Assert.That(fault, Does.Contain("the certificate is the login; leave the password out"));
        Assert.That(fault, Does.Not.Contain("secret"));
    }

    [Test]
    public void A_certificate_is_not_sent_in_clear_nor_used_without_its_key()
    {
        var fault = Assert
            .Throws<ValidationException>(() =>
                BrokerAddress.From(
                    new BrokerOptions { Address = new Uri("amqp://broker/mash"), CertificateFile = "tls.crt" }
                )
            )!
            .Message;

        Assert.That(fault, Does.Contain("needs amqps://").And.Contain("one is of no use without the other"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_key_that_others_can_read_stops_the_start()
    {
        using var pki = new SampleParties("sefton", ["police"], TimeProvider.System.GetUtcNow());
        var options = Certified(pki);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(options.KeyFile!, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        Assert.That(
            () => BrokerAddress.From(options),
            Throws.InstanceOf<ValidationException>().With.Message.Contains("group or others may use")
        );
    }

    [Test]
    public void Files_that_hold_no_certificate_are_named()
    {
        using var pki = new SampleParties("sefton", ["police"], TimeProvider.System.GetUtcNow());
        var options = Certified(pki);
        options.CaFile = Path.Combine(pki.FolderOf("police"), "none.crt");
        options.CertificateFile = options.KeyFile;

        var fault = Assert.Throws<ValidationException>(() => BrokerAddress.From(options))!.Message;

        Assert.That(fault, Does.Contain("Broker:CaFile").And.Contain("Broker:CertificateFile and Broker:KeyFile"));
    }

    private static BrokerOptions Certified(SampleParties pki) =>
        new()
        {
            Address = new Uri("amqps://broker.example/mash"),
            CaFile = Path.Combine(pki.FolderOf("police"), "root.crt"),
            CertificateFile = Path.Combine(pki.FolderOf("police"), "tls.crt"),
            KeyFile = Path.Combine(pki.FolderOf("police"), "tls.key"),
        };

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
