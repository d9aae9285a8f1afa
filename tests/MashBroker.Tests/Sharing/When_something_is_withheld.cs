using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Returns;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>What an agency is not told and what the hub may not read are said by kind and count, and lost to nobody.</summary>
[CancelAfter(60_000)]
internal sealed class When_something_is_withheld
{
    private SharingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await SharingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

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
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact with { People = [child] }, Rating.Amber);
        var shown = await _bench.GetAsync($"/api/enquiries/{enquiry}");
        var pack = await _bench.AnswerAndReadAsync(SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        var page = Encoding.UTF8.GetString((await _bench.PackRowAsync(enquiry)).Html);

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
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var pack = await _bench.AnswerAndReadAsync(
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
        var row = await _bench.PackRowAsync(enquiry);
        var kept = (await _bench.Web.Hub.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry)))[0];
        var evidence = await _bench.Web.Http.GetByteArrayAsync(
            new Uri($"/api/enquiries/{enquiry}/evidence?content=true", UriKind.Relative)
        );
        using var root = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(_bench.Web.Hub.KeysOf(Party.HubName), "root.crt")
        );
        var report = EvidenceCheck.Run(evidence, root);
        var original = await _bench.Web.Hub.ReadAsync(view => ReturnStore.EvidenceAsync(view, kept.LetterId));
        var acts = await _bench.Web.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry));

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
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.Web.Hub.StopHubAsync();
        _bench.Web.Hub.Profile = _bench.Web.Hub.Profile with
        {
            Agencies =
            [
                .. _bench.Web.Hub.Profile.Agencies.Select(agency =>
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
        await _bench.Web.Hub.StartHubAsync();
        await _bench.Police.SendAsync(
            request,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record("DI-1")), SomeReturn.NothingKnown("S2"))
        );
        var pack = await _bench.ReadAsync(enquiry);

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
    public async Task What_the_hub_withheld_is_stated_by_the_hub_alone()
    {
        var contact = await _bench.Web.SubmitAsync(WebContact.Json());
        using var answer = await _bench.PostAsync(contact, "records-withheld", $$"""{{{SharingBench.By}}}""");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_agreements_are_shown_with_what_they_allow_today()
    {
        using var all = JsonDocument.Parse(await _bench.GetAsync("/api/agreements"));
        using var police = JsonDocument.Parse(await _bench.GetAsync("/api/agreements/police"));
        using var none = await _bench.Web.Http.GetAsync(new Uri("/api/agreements/nobody", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(all.RootElement.GetArrayLength(), Is.EqualTo(_bench.Web.Hub.Profile.Agencies.Count));
            Assert.That(police.RootElement.GetProperty("standing").GetString(), Is.EqualTo("in-force"));
            Assert.That(police.RootElement.GetProperty("mayReturn").ToString(), Does.Contain("police.crime"));
            Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }
}
