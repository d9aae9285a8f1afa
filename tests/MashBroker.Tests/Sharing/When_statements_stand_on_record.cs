using System.Net;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>What was stated before and after publishing, on the cover and in later versions of the pack.</summary>
[CancelAfter(60_000)]
internal sealed class When_statements_stand_on_record
{
    private SharingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await SharingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task What_ought_to_be_on_record_is_told_before_publishing_and_stands_on_the_cover_after()
    {
        var contact = await _bench.Web.SubmitAsync(WebContact.Json());
        using var before = JsonDocument.Parse(await _bench.GetAsync($"/api/contacts/{contact}/plan"));
        foreach (var (kind, json) in SharingBench.Statements)
        {
            using var added = await _bench.PostAsync(contact, kind, json);
            Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        }

        using var after = JsonDocument.Parse(await _bench.GetAsync($"/api/contacts/{contact}/plan"));
        using var published = await _bench.RateAsync(contact);
        var request = (Request)(await _bench.Police.ExpectAsync(LetterType.Request))[0].Letter.Body;
        var pack = await _bench.AnswerAndReadAsync(SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        Assert.Multiple(() =>
        {
            Assert.That(before.RootElement.GetProperty("notOnRecord").GetArrayLength(), Is.EqualTo(3));
            Assert.That(
                after.RootElement.GetProperty("notOnRecord").GetArrayLength(),
                Is.EqualTo(1),
                "agreement was refused"
            );
            Assert.That(request.LegalBasis.Code, Is.EqualTo("children-act-1989-s47"));
            Assert.That(request.LegalBasis.Necessity, Does.Contain("9(2)(g)").And.Not.Contain("Refused"));
            Assert.That(
                pack.Cover.OnRecord.Select(stated => $"{stated.What}: {stated.Words.Split(':')[0]}"),
                Is.EqualTo(
                    new[]
                    {
                        "Parents or carers informed: Not informed",
                        "Agreement of parents or carers: Refused",
                        "Lawful basis and conditions: UK GDPR, article 6(1)(e), a public task; UK GDPR, article 9(2)(g), with Data "
                            + "Protection Act 2018, Schedule 1, paragraph 18 (safeguarding); without consent because (c) to "
                            + "obtain consent would prejudice the protection",
                        "Decision to share: To share with Police",
                    }
                )
            );
        });
    }

    [Test]
    public async Task A_view_stands_in_the_pack_and_one_that_comes_later_makes_another_version()
    {
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        using var first = await _bench.PostAsync($"{enquiry}", "view", View("parent", "mother", "He has moved out."));
        var pack = await _bench.AnswerAndReadAsync(
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        using var second = await _bench.PostAsync(
            $"{enquiry}",
            "view",
            View("professional", "health visitor", "He was there.")
        );
        var later = await _bench.ReadAsync(enquiry, version: 2);

        Assert.Multiple(() =>
        {
            Assert.That(pack.Views.Select(view => view.Giver), Is.EqualTo(new[] { "mother" }));
            Assert.That(later.Views.Select(view => view.Giver), Is.EqualTo(new[] { "mother", "health visitor" }));
            Assert.That(later.Chronology.Select(entry => entry.Summary), Does.Contain("He was there."));
        });
    }

    [Test]
    public async Task A_view_of_somebody_who_is_not_of_this_contact_is_refused()
    {
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        using var answer = await _bench.PostAsync(
            $"{enquiry}",
            "view",
            View("parent", "mother", "He has moved out.")
                .Replace("\"giver\"", "\"subject\":\"S9\",\"giver\"", StringComparison.Ordinal)
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("S1, S2"));
    }

    private static string View(string of, string giver, string text) =>
        $$"""{{{SharingBench.By}},"of":"{{of}}","giver":"{{giver}}","text":"{{text}}","givenAt":"2026-11-17T09:58:00Z","how":"by telephone"}""";
}
