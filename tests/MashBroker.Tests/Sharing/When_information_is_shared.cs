using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>Decisions to share and sharing agreements, from the contact to the pack.</summary>
[CancelAfter(60_000)]
internal sealed class When_information_is_shared
{
    private const string By = "\"by\":\"Ann Example\",\"role\":\"duty social worker\"";

    private WebBench _web = null!;
    private AgencyByHand _police = null!;

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _police = await _web.Hub.AgencyAsync("police");
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task Whoever_confirms_a_rating_decides_to_share_and_that_stands_on_record_as_such()
    {
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var decision = await LatestAsync<SharingDecision>(enquiry);

        Assert.Multiple(() =>
        {
            Assert.That(decision!.Decision, Is.EqualTo(SharingChoice.Share));
            Assert.That(decision.By, Is.EqualTo("A. Manager"));
            Assert.That(decision.With, Is.EqualTo(new[] { "police" }));
            Assert.That(decision.Purpose, Is.EqualTo("safeguarding-enquiry"));
            Assert.That(decision.Reason, Does.StartWith("Amber confirmed"));
            Assert.That(decision.ByRating, Is.True);
        });
    }

    [Test]
    public async Task A_decision_to_share_nothing_stops_the_rating_until_somebody_decides_otherwise()
    {
        var contact = await _web.SubmitAsync(WebContact.Json());
        using var kept = await PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{By}},"decision":"not-to-share","reason":"Wrong family."}"""
        );
        using var stopped = await RateAsync(contact);
        using var shared = await PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{By}},"decision":"share","reason":"The right one."}"""
        );
        using var published = await RateAsync(contact);

        Assert.Multiple(() =>
        {
            Assert.That(kept.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(stopped.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(shared.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Where_agreement_was_refused_a_rating_says_why_the_agencies_are_asked_all_the_same()
    {
        // Where harm is stated, the hub's rules dispense with agreement.
        var contact = await _web.SubmitAsync(
            WebContact.Json().Replace("\"significantHarm\":true", "\"significantHarm\":false", StringComparison.Ordinal)
        );
        using var refused = await PostAsync(contact, Statements[1].Kind, Statements[1].Json);
        using var bare = await RateAsync(contact);
        using var decided = await PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{By}},"decision":"share","reason":"He may hurt her."}"""
        );
        using var rated = await RateAsync(contact);
        var decision = await LatestAsync<SharingDecision>((await _web.Hub.ContactAsync(contact)).EnquiryReference!);

        Assert.Multiple(() =>
        {
            Assert.That(bare.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(rated.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(decision!.Reason, Does.EndWith("confirmed: He may hurt her."));
        });
    }

    [Test]
    public async Task An_agency_with_which_it_was_decided_not_to_share_is_not_asked_and_the_plan_says_so_before()
    {
        var contact = await _web.SubmitAsync(WebContact.Json());
        using var kept = await PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{By}},"decision":"not-to-share","with":["police"],"reason":"The father is an officer."}"""
        );
        using var plan = JsonDocument.Parse(await GetAsync($"/api/contacts/{contact}/plan"));
        using var published = await RateAsync(contact);
        var enquiry = (await _web.Hub.ContactAsync(contact)).EnquiryReference!;
        var requests = await _web.Hub.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

        Assert.Multiple(() =>
        {
            Assert.That(plan.RootElement.GetProperty("remarks").ToString(), Does.Contain("not to share with Police"));
            Assert.That(
                plan.RootElement.GetProperty("agencies")[0].GetProperty("notAskedReason").GetString(),
                Is.EqualTo("it was decided not to share with it")
            );
            Assert.That(requests[0].NotAskedReason, Is.EqualTo("it was decided not to share with it"));
            Assert.That(_police.All, Is.Empty);
        });
    }

    [Test]
    public async Task What_ought_to_be_on_record_is_told_before_publishing_and_stands_on_the_cover_after()
    {
        var contact = await _web.SubmitAsync(WebContact.Json());
        using var before = JsonDocument.Parse(await GetAsync($"/api/contacts/{contact}/plan"));
        foreach (var (kind, json) in Statements)
        {
            using var added = await PostAsync(contact, kind, json);
            Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        }

        using var after = JsonDocument.Parse(await GetAsync($"/api/contacts/{contact}/plan"));
        using var published = await RateAsync(contact);
        var request = (Request)(await _police.ExpectAsync(LetterType.Request))[0].Letter.Body;
        var pack = await AnswerAndReadAsync(SomeReturn.Of(SomeReturn.NothingKnown("S1")));

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
    public async Task What_is_withheld_from_an_agency_stands_in_the_enquiry_and_in_the_pack_without_its_value()
    {
        var child = SomeFamily.Contact.People[0] with
        {
            Identifiers = [new Identifier(IdentifierScheme.UniquePupilNumber, "B801200005001")],
            Addresses =
            [
                new Address
                {
                    Lines = ["12 Refuge Road"],
                    Postcode = "ZZ99 3VZ",
                    Protected = true,
                },
            ],
        };
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact with { People = [child] }, Rating.Amber);
        var shown = await GetAsync($"/api/enquiries/{enquiry}");
        var pack = await AnswerAndReadAsync(SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        var page = Encoding.UTF8.GetString((await PackRowAsync(enquiry)).Html);

        Assert.Multiple(() =>
        {
            Assert.That(shown, Does.Contain("1 UPN, 1 protected address"));
            Assert.That(shown, Does.Not.Contain("B801200005001").And.Not.Contain("Refuge"));
            Assert.That(pack.Agencies[0].NotTold, Is.EqualTo("1 UPN, 1 protected address"));
            Assert.That(page, Does.Contain("Withheld from Police: 1 UPN, 1 protected address."));
        });
    }

    [Test]
    public async Task Records_that_were_not_agreed_are_sealed_and_the_worker_is_told_kinds_and_counts()
    {
        const string Secret = "Thornquist told the beat officer";
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var pack = await AnswerAndReadAsync(
            SomeReturn.Of(
                SomeReturn.Held(
                    "S1",
                    SomeReturn.Record("DI-1"),
                    SomeReturn.Record("C-1", kind: "police.custody") with
                    {
                        Summary = Secret,
                    }
                ),
                SomeReturn.NothingKnown("S2")
            ) with
            {
                Headline = Secret,
            }
        );
        var row = await PackRowAsync(enquiry);
        var kept = (await _web.Hub.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry)))[0];
        var evidence = await _web.Http.GetByteArrayAsync(
            new Uri($"/api/enquiries/{enquiry}/evidence?content=true", UriKind.Relative)
        );
        using var root = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(_web.Hub.KeysOf(Party.HubName), "root.crt")
        );
        var report = EvidenceCheck.Run(evidence, root);
        var original = await _web.Hub.ReadAsync(view => ReturnStore.EvidenceAsync(view, kept.LetterId));
        var acts = await _web.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry));

        Assert.Multiple(() =>
        {
            Assert.That(pack.StandingFacts.Select(entry => entry.Source.RecordId), Is.EqualTo(new[] { "DI-1" }));
            Assert.That(
                pack.GapsLine,
                Does.Contain(
                    "Police returned what this hub may not read; withheld: 1 record (Custody 1) and its own words: of kinds not agreed."
                )
            );
            foreach (var readable in new[] { row.Json, row.Html, kept.Content, evidence })
            {
                Assert.That(Encoding.UTF8.GetString(readable).Contains("Thornquist"), Is.False);
            }

            Assert.That(
                Encoding.UTF8.GetString(original!),
                Does.Contain("Thornquist"),
                "the return itself is not lost"
            );
            Assert.That(
                acts.Single(act => act.Act is AuditAct.RecordsWithheld).Detail,
                Is.EqualTo("1 records"),
                "a kind of record of a family is told to nobody for good"
            );
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_return_under_an_agreement_that_ended_meanwhile_is_kept_and_not_read(bool stillAgreed)
    {
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _web.Hub.StopHubAsync();
        _web.Hub.Profile = _web.Hub.Profile with
        {
            Agencies =
            [
                .. _web.Hub.Profile.Agencies.Select(agency =>
                    agency with
                    {
                        Agreement = agency.Agreement! with
                        {
                            Until = DateOnly.FromDateTime(HubBench.Start.Date).AddDays(stillAgreed ? 0 : -1),
                        },
                    }
                ),
            ],
        };
        await _web.Hub.StartHubAsync();
        await _police.SendAsync(
            request,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record("DI-1")), SomeReturn.NothingKnown("S2"))
        );
        var pack = await ReadAsync(enquiry);

        Assert.Multiple(() =>
        {
            Assert.That(pack.Agencies[0].Standing, Is.EqualTo(Standing.Held), "it has answered and is not silent");
            Assert.That(pack.StandingFacts, Has.Count.EqualTo(stillAgreed ? 1 : 0));
            Assert.That(
                pack.Agencies[0].Returns[0].Withheld,
                stillAgreed ? Is.Null : Does.EndWith("its sharing agreement has ended")
            );
        });
    }

    [Test]
    public async Task A_view_stands_in_the_pack_and_one_that_comes_later_makes_another_version()
    {
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        using var first = await PostAsync($"{enquiry}", "view", View("parent", "mother", "He has moved out."));
        var pack = await AnswerAndReadAsync(
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        using var second = await PostAsync(
            $"{enquiry}",
            "view",
            View("professional", "health visitor", "He was there.")
        );
        var later = await ReadAsync(enquiry, version: 2);

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
        var enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        using var answer = await PostAsync(
            $"{enquiry}",
            "view",
            View("parent", "mother", "He has moved out.")
                .Replace("\"giver\"", "\"subject\":\"S9\",\"giver\"", StringComparison.Ordinal)
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("S1, S2"));
    }

    [Test]
    public async Task What_the_hub_withheld_is_stated_by_the_hub_alone()
    {
        var contact = await _web.SubmitAsync(WebContact.Json());
        using var answer = await PostAsync(contact, "records-withheld", $$"""{{{By}}}""");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_agreements_are_shown_with_what_they_allow_today()
    {
        using var all = JsonDocument.Parse(await GetAsync("/api/agreements"));
        using var police = JsonDocument.Parse(await GetAsync("/api/agreements/police"));
        using var none = await _web.Http.GetAsync(new Uri("/api/agreements/nobody", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(all.RootElement.GetArrayLength(), Is.EqualTo(_web.Hub.Profile.Agencies.Count));
            Assert.That(police.RootElement.GetProperty("standing").GetString(), Is.EqualTo("in-force"));
            Assert.That(police.RootElement.GetProperty("mayReturn").ToString(), Does.Contain("police.crime"));
            Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    private static (string Kind, string Json)[] Statements =>
        [
            ("parents-informed", $$"""{{{By}},"parents":"not-informed","whyNot":"It would put her at risk."}"""),
            (
                "consent",
                $$"""{{{By}},"agreement":"refused","soughtBy":"duty social worker","soughtFrom":"father","reason":"He said no."}"""
            ),
            (
                "lawful-basis",
                $$"""{{{By}},"basis":"uk-gdpr-6-1-e","condition":"safeguarding","withoutConsent":"c","necessity":"She may be hurt tonight."}"""
            ),
        ];

    private static string View(string of, string giver, string text) =>
        $$"""{{{By}},"of":"{{of}}","giver":"{{giver}}","text":"{{text}}","givenAt":"2026-11-17T09:58:00Z","how":"by telephone"}""";

    private Task<HttpResponseMessage> PostAsync(string reference, string kind, string json) =>
        _web.PostAsync($"/api/cases/{reference}/{kind}", json);

    private Task<HttpResponseMessage> RateAsync(string contact) =>
        _web.PostAsync($"/api/contacts/{contact}/rating", """{"by":"A. Manager","role":"Team manager"}""");

    private Task<string> GetAsync(string path) => _web.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    private async Task<Pack> AnswerAndReadAsync(Return body)
    {
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(request, body);
        return await ReadAsync(request.Letter.Head.Enquiry!);
    }

    private async Task<Pack> ReadAsync(EnquiryReference enquiry, int version = 1)
    {
        await _web.Hub.UntilAsync(
            "pack",
            async () => await _web.Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)) is not null
        );
        return JsonSerializer.Deserialize<Pack>((await PackRowAsync(enquiry)).Json, MashJson.Options)!;
    }

    private async Task<PackRow> PackRowAsync(EnquiryReference enquiry) =>
        (await _web.Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry)))!;

    private async Task<T?> LatestAsync<T>(EnquiryReference enquiry)
        where T : CaseStatement
    {
        var contact = (await _web.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!.ContactReference;
        return await _web.Hub.ReadAsync(view => CaseFile.LatestAsync<T>(view, contact));
    }
}
