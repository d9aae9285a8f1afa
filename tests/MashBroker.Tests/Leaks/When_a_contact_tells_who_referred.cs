using System.Net;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Referrers;
using MashBroker.Sealing;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>From the door to the agency: a member of the public whose words tell who they are.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_contact_tells_who_referred
{
    private const string Name = "Doreen Whitlock";

    private WebBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await WebBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Nothing_is_sent_until_somebody_puts_it_otherwise()
    {
        var reference = await SubmitAsync("I live next door and hear the shouting every night.");

        var held = await PostAsync($"/api/contacts/{reference}/rating", Rating);
        var summary = new
        {
            summary = "Shouting is heard at night.",
            by = "Ann Worker",
            role = "social worker",
        };
        var checkedAgain = await PostAsync($"/api/contacts/{reference}/concern-summary", summary);
        await PublishedAsync(reference);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(held.GetProperty("state").GetString(), Is.EqualTo("rating-confirmed"));
            Assert.That(held.GetProperty("leaks").GetArrayLength(), Is.Positive);
            Assert.That(checkedAgain.GetProperty("findings").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task A_named_person_may_let_exactly_this_leave()
    {
        var reference = await SubmitAsync("I live next door and hear the shouting every night.");
        var held = await PostAsync($"/api/contacts/{reference}/rating", Rating);
        var over = new
        {
            digest = held.GetProperty("leakDigest").GetString(),
            by = "Ann Worker",
            role = "manager",
            reason = "They agreed.",
        };

        await PostAsync($"/api/contacts/{reference}/leak-override", over);

        await PublishedAsync(reference);
    }

    [Test]
    public async Task Another_digest_lets_nothing_leave()
    {
        var reference = await SubmitAsync("I live next door and hear the shouting every night.");
        await PostAsync($"/api/contacts/{reference}/rating", Rating);
        var over = new
        {
            digest = new string('0', 64),
            by = "Ann Worker",
            role = "manager",
            reason = "They agreed.",
        };

        var after = await PostAsync($"/api/contacts/{reference}/leak-override", over);

        Assert.That(after.GetProperty("leakBlockedAt").ValueKind, Is.EqualTo(JsonValueKind.String));
    }

    [Test]
    public async Task Nobody_is_shown_who_referred_and_the_roles_key_opens_it()
    {
        var reference = await SubmitAsync($"{Name} rang about the shouting.");

        var shown = await _bench.Http.GetStringAsync(new Uri($"/api/contacts/{reference}", UriKind.Relative));
        var purpose = new Uri($"/api/contacts/{reference}/referrer?purpose=to+call+back", UriKind.Relative);
        var kept = await _bench.Http.GetByteArrayAsync(purpose);
        using var role = PartyKeys.Load(_bench.Hub.KeysOf(SamplePki.ReferrerRoleFolder));
        using var hub = PartyKeys.Load(_bench.Hub.KeysOf(Party.HubName));
        var opened = JsonSerializer.Deserialize<SealedReferrer>(RoleSeal.Open(kept, role), MashJson.Options)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                shown,
                Does.Not.Contain("Doreen").And.Not.Contain("01632").And.Contain("a member of the public")
            );
            Assert.That(Encoding.UTF8.GetString(kept), Does.Not.Contain("Doreen"));
            Assert.That(opened.Withheld.Referrer.Name, Is.EqualTo(Name));
            Assert.That(opened.Contact, Is.EqualTo(reference));
            Assert.That(RoleSeal.Open(kept, hub), Is.Null);
        }
    }

    [Test]
    public async Task Who_referred_is_given_out_for_a_stated_purpose_only()
    {
        var reference = await SubmitAsync("Shouting at night.");

        using var answer = await _bench.Http.GetAsync(new Uri($"/api/contacts/{reference}/referrer", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static object Rating =>
        new
        {
            rating = "red",
            by = "Ann Worker",
            role = "manager",
            reason = "Serious.",
        };

    private Task<string> SubmitAsync(string summary)
    {
        var contact = System.Text.Json.Nodes.JsonNode.Parse(WebContact.Json(summary))!;
        contact["referrer"] = JsonSerializer.SerializeToNode(
            new
            {
                kind = "member-of-public",
                name = Name,
                role = "Neighbour",
                telephone = "01632 960018",
                address = new { lines = new[] { "7 Foundry Row", "Marlsea" }, postcode = "ZX8 4KT" },
            }
        );
        return _bench.SubmitAsync(contact.ToJsonString());
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _bench.PostAsync(path, JsonSerializer.Serialize(body));
        var read = await WebBench.ReadAsync(answer);
        Assert.That(answer.IsSuccessStatusCode, Is.True, read.ToString());
        return read;
    }

    private Task PublishedAsync(string reference) =>
        _bench.Hub.UntilAsync(
            "published",
            async () => (await _bench.Hub.ContactAsync(reference)).State is MashBroker.Rules.ContactState.Published
        );
}
