using System.Net;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>Two contacts about siblings of one home: the agencies are asked once.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_household_is_asked_about_already
{
    private const string Said = """{"by":"Ann Example","role":"duty social worker","reason":"The same home."}""";

    private static readonly Contact AboutTheBrother = SomeFamily.Contact with
    {
        Referrer = new Referrer { Kind = ReferrerKind.MemberOfPublic, Name = "Perpetua Lindqvist" },
        People =
        [
            SomeFamily.Contact.People[0] with
            {
                Names = [new PersonName { Given = "Ivo", Family = SomeFamily.Canary }],
                DateOfBirth = new DateOnly(2019, 5, 3),
                Relationship = "Perpetua Lindqvist minds him",
            },
            SomeFamily.Contact.People[0] with
            {
                Code = "S2",
                Role = SubjectRole.Sibling,
                Identifiers = [new Identifier(IdentifierScheme.PncId, "2001/9900000X")],
            },
        ],
        Concern = new Concern
        {
            Summary = "Perpetua Lindqvist hears him cry at night.",
            Kinds = [ConcernKind.PhysicalHarm],
            ImmediateRisk = true,
        },
    };

    private WebBench _web = null!;
    private AgencyByHand _police = null!;
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _police = await _web.Hub.AgencyAsync("police");
        _enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task The_open_enquiry_is_pointed_out_and_the_contact_joined_to_it()
    {
        var second = await SubmitAsync(AboutTheBrother);
        using var answer = await JoinAsync(second.GetProperty("reference").GetString()!);
        var amendment = (Amendment)(await _police.ExpectAsync(LetterType.Amendment))[0].Letter.Body;
        var content = await ContentAsync();
        var contact = await _web.Hub.ContactAsync(second.GetProperty("reference").GetString()!);

        Assert.Multiple(() =>
        {
            Assert.That(
                second.GetProperty("household")[0].GetProperty("reference").GetString(),
                Is.EqualTo($"{_enquiry}")
            );
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                content.Subjects.Select(person => $"{person.Code} {person.Role} {person.Names[0].Given}"),
                Is.EqualTo(new[] { "S1 Child Zoë", "S2 Parent Maren", "S3 Sibling Ivo" })
            );
            Assert.That(amendment.Subjects.Select(person => person.Code), Is.EquivalentTo(["S1", "S3"]));
            Assert.That(
                _police.All.Count(came => came.Letter.Head.Type is LetterType.Request),
                Is.EqualTo(1),
                "asked once"
            );
            Assert.That(contact.State, Is.EqualTo(ContactState.NotAnEnquiry));
            Assert.That(contact.RatingReason, Is.EqualTo($"Joined to {_enquiry}: The same home."));
        });
    }

    [Test]
    public async Task Whoever_referred_without_a_name_stays_out_of_what_the_agencies_hear()
    {
        var second = await SubmitAsync(AboutTheBrother);
        using var answer = await JoinAsync(second.GetProperty("reference").GetString()!);
        var amendment = (Amendment)(await _police.ExpectAsync(LetterType.Amendment))[0].Letter.Body;

        Assert.That(JsonSerializer.Serialize(amendment, MashJson.Options), Does.Not.Contain("Lindqvist"));
        Assert.That(
            JsonSerializer.Serialize(await ContentAsync(), MashJson.Options),
            Does.Not.Contain("Lindqvist"),
            "nor in a pack"
        );
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Triage suggests Red"));
    }

    [Test]
    public async Task Whoever_told_of_the_joined_contact_is_owed_an_answer_when_the_enquiry_is_decided()
    {
        var second = (await SubmitAsync(AboutTheBrother)).GetProperty("reference").GetString()!;
        using var joined = await JoinAsync(second);
        using var before = await _web.Http.GetAsync(new Uri($"/api/cases/{second}/feedback", UriKind.Relative));
        using var decided = await _web.PostAsync(
            $"/api/enquiries/{_enquiry}/decision",
            """{"by":"A. Manager","role":"Team manager","outcome":"early-help","reason":"Support.","considered":"It cannot wait.","overseenBy":"Cara Sample"}"""
        );

        using var after = await _web.Http.GetAsync(new Uri($"/api/cases/{second}/feedback", UriKind.Relative));
        var clocks = await _web.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, second));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(decided.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(clocks.Select(clock => clock.Kind), Has.Member(CaseClockKind.Feedback));
            Assert.That(
                (await WebBench.ReadAsync(after)).GetProperty("enquiry").GetString(),
                Is.EqualTo($"{_enquiry}")
            );
        }
    }

    [Test]
    public async Task A_contact_about_another_family_cannot_be_joined()
    {
        var other = await SubmitAsync(
            SomeFamily.Contact with
            {
                People =
                [
                    SomeFamily.Contact.People[0] with
                    {
                        Names = [new PersonName { Given = "Osric", Family = "Vane" }],
                        DateOfBirth = new DateOnly(2012, 1, 9),
                        Addresses = [new Address { Lines = ["88 Elsewhere"], Postcode = "ZE99 1AA" }],
                    },
                ],
            }
        );
        using var answer = await JoinAsync(other.GetProperty("reference").GetString()!);

        Assert.Multiple(() =>
        {
            Assert.That(other.GetProperty("household").GetArrayLength(), Is.Zero);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        });
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("nobody and no home in common"));
        Assert.That((await ContentAsync()).Subjects, Has.Count.EqualTo(2), "nothing was changed");
    }

    /// <summary>Without a date of birth nobody but a person can say whether it is the same.</summary>
    [TestCase("samePerson", 3, TestName = "Whoever_resembles_somebody_is_joined_as_the_same_once_a_person_says_so")]
    [TestCase("somebodyElse", 4, TestName = "Whoever_resembles_somebody_is_joined_as_another_once_a_person_says_so")]
    public async Task Whoever_resembles_somebody(string field, int people)
    {
        var second = await SubmitAsync(
            AboutTheBrother with
            {
                People =
                [
                    .. AboutTheBrother.People,
                    SomeFamily.Contact.People[1] with
                    {
                        Code = "S3",
                        Names = [new PersonName { Given = "MAREN Ann", Family = SomeFamily.Canary }],
                        DateOfBirth = new DateOnly(1984, 7, 1),
                    },
                ],
            }
        );
        var reference = second.GetProperty("reference").GetString()!;

        using var refused = await JoinAsync(reference);
        using var joined = await JoinAsync(
            reference,
            Said.Replace("}", $",\"{field}\":[\"S2\"]}}", StringComparison.Ordinal)
        );

        var fault = await refused.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(fault, Does.Contain("S3 of this contact seems to be S2 of the enquiry"));
            Assert.That(fault, Does.Contain("samePerson").And.Not.Contain(SomeFamily.Canary));
            Assert.That(joined.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await ContentAsync()).Subjects, Has.Count.EqualTo(people));
        });
    }

    [Test]
    public async Task A_contact_is_joined_once_and_both_files_say_so()
    {
        var second = (await SubmitAsync(AboutTheBrother)).GetProperty("reference").GetString()!;
        using var first = await JoinAsync(second);
        using var again = await JoinAsync(second);
        var joined = await _web.Hub.ReadAsync(view => CaseFile.LatestAsync<JoinedEnquiry>(view, second));
        var enquiry = await _web.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry));
        var facts = await _web.Hub.ReadAsync(view => CaseFile.LatestAsync<NewFacts>(view, enquiry!.ContactReference));

        Assert.Multiple(() =>
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(joined!.Enquiry, Is.EqualTo(_enquiry));
            Assert.That(joined.People, Is.EqualTo(new[] { "S1", "S3" }));
            Assert.That(facts!.Asked, Is.EqualTo(new[] { "police" }));
        });
    }

    [Test]
    public async Task An_agency_whose_agreement_has_ended_hears_nothing_more()
    {
        await _web.Hub.StopHubAsync();
        _web.Hub.Profile = _web.Hub.Profile with
        {
            Agencies =
            [
                .. _web.Hub.Profile.Agencies.Select(agency =>
                    agency with
                    {
                        Agreement = agency.Agreement! with { Until = new DateOnly(2026, 11, 16) },
                    }
                ),
            ],
        };
        await _web.Hub.StartHubAsync();
        var change = await _web.Hub.Ledger.WriteAsync(
            ledger =>
                MashBroker.Ledger.Life.TellFacts.WriteAsync(
                    ledger,
                    _web.Hub.Profile,
                    _enquiry,
                    new NewFacts
                    {
                        By = "Ann Example",
                        Role = "duty social worker",
                        Reason = "New.",
                        Facts = "The father is back.",
                    }
                ),
            CancellationToken.None
        );

        Assert.That(change!.Told, Is.Empty);
        Assert.That(change.Remarks.Single(), Does.Contain("Not told: Police"));
    }

    private async Task<JsonElement> SubmitAsync(Contact contact)
    {
        var json = JsonSerializer.SerializeToNode(contact, MashJson.Options)!.ToJsonString();
        using var answer = await _web.PostAsync("/api/contacts", json);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }

    private Task<HttpResponseMessage> JoinAsync(string contact, string said = Said) =>
        _web.PostAsync($"/api/contacts/{contact}/join/{_enquiry}", said);

    private async Task<EnquiryContent> ContentAsync() =>
        EnquiryContent.Read((await _web.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)))!.Content);
}
