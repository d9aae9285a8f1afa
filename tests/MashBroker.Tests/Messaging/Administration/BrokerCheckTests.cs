using System.Text.Json;
using MashBroker.Messaging.Administration;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging.Administration;

/// <summary>What is said against a broker's ways in and its users, without a broker: no test may open a port to other machines.</summary>
[TestFixture]
internal sealed class BrokerCheckTests
{
    private static readonly BrokerExpectations Relaxed = new(["admin"], ExpectTls: false);
    private static readonly BrokerExpectations Strict = new(["admin"], ExpectTls: true);

    [Test]
    public void A_plain_listener_on_another_address_than_the_machines_own_is_named_where_TLS_is_expected()
    {
        var state = State() with { Listeners = [Listener("amqp", "0.0.0.0"), Listener("amqp", "127.0.0.1")] };

        Assert.That(Doors(Plan(Password), state, Relaxed), Is.Empty);
        Assert.That(
            Doors(Plan(Password), state, Strict),
            Is.EqualTo(new[] { "listener amqp 0.0.0.0:1", "listener amqp/ssl" })
        );
    }

    [Test]
    public void With_certificates_TLS_must_ask_for_one_and_no_other_login_may_be_on()
    {
        var state = State() with
        {
            Listeners = [Listener("amqp/ssl", "0.0.0.0", """{"verify":"verify_none","fail_if_no_peer_cert":false}""")],
            Mechanisms = ["PLAIN", "AMQPLAIN"],
        };

        Assert.That(
            Doors(Plan(Certificate), state, Relaxed),
            Is.EqualTo(new[] { "listener amqp/ssl 0.0.0.0:1", "login EXTERNAL", "login PLAIN", "login AMQPLAIN" })
        );
    }

    [Test]
    public void With_certificates_as_they_should_be_nothing_is_said()
    {
        var state = State() with
        {
            Listeners =
            [
                Listener("amqp/ssl", "0.0.0.0", """{"verify":"verify_peer","fail_if_no_peer_cert":true}"""),
                Listener("clustering", "::"),
            ],
            Mechanisms = ["EXTERNAL"],
        };

        Assert.That(Doors(Plan(Certificate), state, Strict), Is.Empty);
    }

    [Test]
    public void A_password_beside_a_certificate_is_named()
    {
        var state = State() with { Users = [User("mash.sefton", Password.Hash()), User("mash.sefton.police", "")] };

        var found = Users(Plan(Certificate), state);

        Assert.That(found, Has.One.EqualTo("user mash.sefton can log in with a password beside its certificate."));
        Assert.That(found, Has.None.Contains("mash.sefton.police can log in"));
    }

    [TestCase("guest", "guest")]
    [TestCase("admin", "admin")]
    [TestCase("admin", "password")]
    [TestCase("mash.sefton.police", "police")]
    public void A_password_that_everybody_tries_first_is_named(string name, string password)
    {
        var state = State() with { Users = [User(name, BrokerCredential.Password(password).Hash())] };

        Assert.That(
            Users(Plan(Password), state),
            Has.One.EqualTo($"user {name} has a password that everybody tries first.")
        );
    }

    [Test]
    public void A_hash_fits_its_own_password_alone()
    {
        var credential = BrokerCredential.Password("one");

        var hashes = new[] { credential.Hash(), credential.Hash() };
        Assert.That(hashes, Is.Unique, "salted");
        Assert.That(credential.Fits(BrokerCredential.Password("one").Hash()), Is.True);
        Assert.That(credential.Fits(BrokerCredential.Password("two").Hash()), Is.False);
        Assert.That(credential.Fits(""), Is.False);
        Assert.That(credential.Fits("no base64"), Is.False);
        Assert.That(BrokerCredential.Certificate.Fits(""), Is.True);
        Assert.That(BrokerCredential.Certificate.Hash(), Is.Empty);
    }

    [Test]
    public void Policies_of_ours_take_every_lane_and_nothing_of_another_hub()
    {
        var plan = Plan(Password);
        var lanes = plan.Policies.Single(policy => policy.Name == "mash.sefton.lanes").Pattern;
        var dead = plan.Policies.Single(policy => policy.Name == "mash.sefton.dead").Pattern;

        Assert.That(
            plan.Queues.Select(queue => queue.Name),
            Has.All.Matches<string>(name =>
                System.Text.RegularExpressions.Regex.IsMatch(name, lanes)
                ^ System.Text.RegularExpressions.Regex.IsMatch(name, dead)
            )
        );
        foreach (var (name, pattern) in new[] { ("mash.sefton-north.police.red", lanes), ("mash.seftonxdead", dead) })
        {
            Assert.That(name, Does.Not.Match(pattern));
        }
    }

    private static BrokerCredential Password { get; } = BrokerCredential.Password("0815-4711-long");

    private static BrokerCredential Certificate => BrokerCredential.Certificate;

    private static BrokerPlan Plan(BrokerCredential credential) =>
        BrokerPlan.For("sefton", ["police"], "mash", _ => credential);

    private static string[] Doors(BrokerPlan plan, BrokerState state, BrokerExpectations expected) =>
        [.. new DoorCheck(plan, state, expected).Differences().Select(each => each.Where)];

    private static string[] Users(BrokerPlan plan, BrokerState state) =>
        [.. new UserCheck(plan, state, Relaxed).Differences().Select(each => $"{each.Where} {each.Fault}")];

    private static BrokerState State() =>
        new()
        {
            VirtualHostExists = true,
            Users = [],
            Permissions = [],
            TopicPermissions = [],
            Listeners = [],
            Mechanisms = [],
        };

    private static ListenerThere Listener(string protocol, string address, string options = "{}") =>
        new(protocol, address, 1, JsonDocument.Parse(options).RootElement);

    private static UserThere User(string name, string hash) =>
        new(name, hash, "rabbit_password_hashing_sha256", JsonDocument.Parse("[]").RootElement);
}
